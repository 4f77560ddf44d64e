import { formatVersion } from '#domain/segments/codec';
import type { ProgramSettings } from '#domain/settings';
import type { Crm, Pipeline } from '../crm.ts';
import {
  segmentKey,
  tables,
  type ChangeSearch,
  type Head,
  type OpenedPortfolio,
  type PerTable,
  type PortfolioDoor,
  type Work,
} from '../crm/portfolio.ts';
import { readingOf } from '../portfolio-columns.ts';
import type { RefreshCall } from '../refresh-portfolio.ts';
import { rowsOfBytes } from './segment-rows.ts';
import { walkStart } from './walk.ts';

/**
 * Changes are asked for from an hour before the last refresh began: the order of `hs_lastmodifieddate` was seen to be
 * off by up to that, and search lags.
 */
const overlapMs = 3_600_000;

export interface Begun {
  readonly head: Head;
  readonly work: Work;
  /** Segments that are known to be damaged. */
  readonly repairs: readonly ChangeSearch[];
  /** Noted as damaged, but not looked at in time: the note stays. */
  readonly unchecked: readonly string[];
}

/** How a refresh starts that does not go on with another one. */
export async function beginWork(
  crm: Crm,
  opened: OpenedPortfolio,
  want: 'changes' | 'sweep',
  { now, deadlineAt, clock }: RefreshCall,
): Promise<Begun> {
  const [pipelines, owners] = await Promise.all([crm.pipelines(), crm.owners()]);
  // Archived after the last head already, unless that refresh was killed just then.
  if (opened.head) await crm.portfolio.archivePayloads(opened.head.trash);
  const head = withoutWork({ ...(opened.head ?? emptyHead), owners }, pipelines, opened.installed.settings);
  const isBuilt = opened.head !== null && opened.head.readFrom !== null;
  if (!isBuilt || !opened.head || !readsAlike(opened.head, opened.installed.settings, pipelines))
    return { head, work: await walkWork(crm.portfolio, head, 'build', now), ...nothingNoted };
  const suspects = want === 'sweep' ? keysIn(head) : opened.damage;
  // What a sweep does not get to look at is written anew all the same; it is only not counted.
  const isTime = () => clock() < now + (deadlineAt - now) / 3;
  const { damaged, unchecked } = await damagedIn(crm.portfolio, head, suspects, isTime);
  const rebuilt = damaged.length;
  if (want === 'sweep') {
    const work = await walkWork(crm.portfolio, head, 'sweep', now);
    return { head, work: { ...work, rebuilt }, ...nothingNoted };
  }
  return { head, work: { ...changesWork(head, now), rebuilt }, repairs: damaged, unchecked };
}

/** A walk writes everything anew. */
export const nothingNoted = { repairs: [], unchecked: [] };

const perTable = <Value>(valueOf: (table: (typeof tables)[number]) => Value): PerTable<Value> => ({
  deals: valueOf('deals'),
  involvements: valueOf('involvements'),
  companies: valueOf('companies'),
});

const emptyHead: Head = {
  reading: { format: formatVersion, homeCurrency: '', stages: [] },
  pipelines: [],
  owners: [],
  segments: perTable(() => []),
  nextKey: perTable(() => 0),
  readFrom: null,
  sweptAt: null,
  work: null,
  lease: null,
  trash: [],
  spent: [],
};

/** How deals are read, as far as it decides what segments hold. */
function readingKey(settings: ProgramSettings, pipelines: readonly Pipeline[]): Head['reading'] {
  const { homeCurrency, stages } = readingOf(settings, pipelines);
  return { format: formatVersion, homeCurrency, stages: [...stages].sort() };
}

/** False where segments hold other amounts, stages or bytes than this version would write: all is read anew, in place. */
export const readsAlike = (
  { reading }: Head,
  settings: ProgramSettings,
  pipelines: readonly Pipeline[],
): boolean => JSON.stringify(reading) === JSON.stringify(readingKey(settings, pipelines));

/** Segments of a refresh that was given up count no longer. */
function withoutWork(head: Head, pipelines: readonly Pipeline[], settings: ProgramSettings): Head {
  const walks = head.work?.walks;
  const pieces = tables.flatMap((table) =>
    (walks?.[table].pieces ?? []).map(({ key }) => segmentKey(table, key)),
  );
  const reading = readingKey(settings, pipelines);
  const { format, homeCurrency } = head.reading;
  // While amounts of two currencies stand side by side, nobody can add them up.
  const isSum = reading.format === format && reading.homeCurrency === homeCurrency;
  const readFrom = isSum ? head.readFrom : null;
  return { ...head, reading, pipelines, readFrom, work: null, trash: pieces };
}

const noWork = { recordsRead: 0, segmentsWritten: 0, rebuilt: 0 };

async function walkWork(
  door: PortfolioDoor,
  { segments }: Head,
  phase: 'build' | 'sweep',
  now: number,
): Promise<Work> {
  const known = tables.flatMap((table) => segments[table]).reduce((sum, { rows }) => sum + rows, 0);
  const counts = known > 0 ? [known] : await Promise.all(tables.map((table) => door.countRecords(table)));
  return {
    ...noWork,
    phase,
    startedAt: now,
    recordsTotal: counts.reduce((sum, count) => sum + count, 0),
    walks: perTable((table) => walkStart(segments[table])),
    searches: [],
  };
}

function changesWork(head: Head, now: number): Work {
  const since = (head.readFrom ?? 0) - overlapMs;
  return {
    ...noWork,
    phase: 'changes',
    startedAt: now,
    recordsTotal: 0,
    walks: null,
    searches: tables.map((table) => ({ table, since, above: 0, below: null })),
  };
}

const keysIn = ({ segments }: Head): string[] =>
  tables.flatMap((table) => segments[table].map(({ key }) => segmentKey(table, key)));

/** Payloads in one call: five megabytes. */
const payloadsPerRead = 100;

/** Those of these segments that cannot be read, as searches for all that they should hold; a hundred at least. */
async function damagedIn(
  door: PortfolioDoor,
  { segments }: Head,
  keys: readonly string[],
  isTime: () => boolean,
): Promise<{ damaged: ChangeSearch[]; unchecked: readonly string[] }> {
  const unreadable = new Set<string>();
  let checked = 0;
  while (checked < keys.length && (checked === 0 || isTime())) {
    const some = keys.slice(checked, checked + payloadsPerRead);
    const payloads = await door.payloads(some, null);
    for (const key of some) {
      const [table] = tables.filter((one) => key.startsWith(`${one}:`));
      const bytes = door.unpack(payloads.get(key) ?? '');
      if (!table || !bytes || !rowsOfBytes(table, bytes)) unreadable.add(key);
    }
    door.releasePayloads(payloads);
    checked += some.length;
  }
  const damaged = tables.flatMap((table) =>
    segments[table].flatMap(({ key, from }, place): ChangeSearch[] =>
      unreadable.has(segmentKey(table, key))
        ? [{ table, since: null, above: from - 1, below: segments[table][place + 1]?.from ?? null }]
        : [],
    ),
  );
  return { damaged, unchecked: keys.slice(checked) };
}
