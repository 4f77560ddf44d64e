const scenes: Record<string, string> = {
  lock: 'M44 66h72v48H44zM60 66V50a20 20 0 0 1 40 0v16M80 84v14',
  chart: 'M34 30v84h96M52 106V80M72 106V58M92 106V70M112 106V44',
  people:
    'M60 46a16 16 0 1 0 .1 0zM32 112c0-24 14-32 28-32s28 8 28 32M104 58a12 12 0 1 0 .1 0zM98 86c16-4 32 4 32 26',
  building:
    'M46 114V34h44v80M90 60h28v54M34 114h96M56 48h8M72 48h8M56 64h8M72 64h8M56 80h8M72 80h8M100 74h8M100 90h8',
  target: 'M80 30a42 42 0 1 0 .1 0zM80 50a22 22 0 1 0 .1 0zM80 68a4 4 0 1 0 .1 0zM84 68l40-40',
  mail: 'M32 44h96v62H32zM32 48l48 34 48-34',
  trouble: 'M80 28l52 88H28zM80 60v26M80 98v4',
  help: 'M80 30a42 42 0 1 0 .1 0zM68 62a12 12 0 1 1 18 10c-5 3-6 6-6 10M80 94v3',
  parts: 'M36 36h34v34H36zM92 36h34v34H92zM36 84h34v30H36zM92 84h34v30H92z',
  look: 'M70 34a30 30 0 1 0 .1 0zM92 86l32 30',
};

const words: readonly (readonly [RegExp, string])[] = [
  [/lock|security/i, 'lock'],
  [/chart|report|goal|task/i, 'chart'],
  [/contact|lead|social|customer|people|support/i, 'people'],
  [/compan|building|store/i, 'building'],
  [/target|deal|idea/i, 'target'],
  [/email|announce|message|signature|registration/i, 'mail'],
  [/error|cone|trouble/i, 'trouble'],
  [/help|ticket|call/i, 'help'],
  [/search|vote/i, 'look'],
];

const sceneOf = (name: string) => words.find(([word]) => word.test(name))?.[1] ?? 'parts';

interface PictureProps {
  name: string;
  alt?: string;
  width?: number | undefined;
  height?: number | undefined;
}

/** Our own drawings: one for each kind of thing that HubSpot's illustrations show. */
export function Picture({ name, alt = '', width = 160, height }: PictureProps) {
  const says = alt ? { role: 'img', 'aria-label': alt } : { 'aria-hidden': true };
  return (
    <svg
      {...says}
      className="ui-picture"
      viewBox="0 0 160 140"
      style={{ width, maxWidth: '100%', height: height ?? 'auto' }}
      focusable="false"
    >
      <ellipse cx="80" cy="74" rx="72" ry="58" />
      <path d={scenes[sceneOf(name)]} />
    </svg>
  );
}
