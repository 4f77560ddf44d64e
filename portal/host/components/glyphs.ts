const circle = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z';
const page = 'M6 3h8l4 4v14H6zM14 3v4h4';
const person = 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21c0-5 4-7 8-7s8 2 8 7';
const star = 'm12 3 2.7 5.9 6.3.7-4.7 4.3 1.3 6.3L12 17l-5.6 3.2 1.3-6.3L3 9.6l6.3-.7z';
const bell = 'M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 21h4';
const speech = 'M4 5h16v11H10l-5 4v-4H4z';
const phone = 'M6 3h4l1 5-3 2a12 12 0 0 0 6 6l2-3 5 1v4c0 2-2 3-4 2C10 19 5 14 4 6c0-2 1-3 2-3z';
const lens = 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 21 21';
const eye = 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z';
const gear =
  'M12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M18.4 5.6l-2.2 2.2M7.8 16.2l-2.2 2.2';

const glyphs: Record<string, string> = {
  add: 'M12 5v14M5 12h14',
  appointment: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  block: `${circle}M5.6 5.6l12.8 12.8`,
  bulb: 'M9 18h6M10 21h4M12 3a6 6 0 0 0-4 10.5c1 1 1 2 1 2.5h6c0-.5 0-1.5 1-2.5A6 6 0 0 0 12 3z',
  calling: phone,
  callingMade: phone,
  checkCircle: `${circle}M8 12l3 3 5-6`,
  circleHollow: circle,
  clock: `${circle}M12 7v5l3.5 2`,
  comment: speech,
  contact: person,
  copy: 'M8 8h12v12H8zM4 16V4h12',
  date: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  delay: `${circle}M12 7v5l3.5 2`,
  delete: 'M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14M10 11v6M14 11v6',
  description: page,
  documents: page,
  downCarat: 'M5 9l7 7 7-7',
  download: 'M12 3v12M7 10l5 5 5-5M4 20h16',
  edit: 'M4 20l1-5L16 4l4 4L9 19zM13 7l4 4',
  ellipses: 'M5 12h.01M12 12h.01M19 12h.01',
  email: 'M3 5h18v14H3zM3 6l9 7 9-7',
  exclamation: 'M12 4v11M12 19v.5',
  exclamationCircle: `${circle}M12 7v6M12 16.5v.5`,
  favoriteHollow: star,
  file: page,
  filledXCircleIcon: `${circle}M9 9l6 6M15 9l-6 6`,
  filter: 'M3 5h18l-7 8v6l-4 2v-8z',
  folder: 'M3 6h7l2 2h9v11H3z',
  forward: 'M4 12h15M13 6l6 6-6 6',
  generateChart: 'M4 20V4M4 20h16M9 16v-5M13 16V7M17 16v-3',
  goal: `${circle}M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z`,
  hide: `${eye}M4 4l16 16`,
  home: 'M4 11l8-7 8 7v9h-6v-6h-4v6H4z',
  info: `${circle}M12 11v6M12 7v.5`,
  infoNoCircle: 'M12 10v9M12 5v.5',
  left: 'M15 5l-7 7 7 7',
  lessCircle: `${circle}M8 12h8`,
  link: 'M10 14a4 4 0 0 1 0-5l3-3a4 4 0 0 1 5 5l-1 1M14 10a4 4 0 0 1 0 5l-3 3a4 4 0 0 1-5-5l1-1',
  listView: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
  location: 'M12 21s7-6 7-11a7 7 0 0 0-14 0c0 5 7 11 7 11zM12 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  locked: 'M6 11h12v9H6zM8 11V8a4 4 0 0 1 8 0v3',
  messages: speech,
  moreCircle: `${circle}M8 12h8M12 8v8`,
  notification: bell,
  notificationOff: `${bell}M4 4l16 16`,
  objectAssociations: 'M4 4h6v6H4zM14 14h6v6h-6zM10 7h7v7',
  pin: 'M9 3h6l-1 7 4 3H6l4-3zM12 13v8',
  publish: 'M13 4h7v7M20 4l-9 9M18 14v6H4V6h6',
  question: 'M9 9a3 3 0 1 1 4 3c-1 .5-1 1-1 2M12 18v.5',
  questionCircle: `${circle}M9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-1 .5-1 1-1 1.7M12 16.5v.5`,
  refresh: 'M20 12a8 8 0 1 1-2.5-5.8M20 3v5h-5',
  remove: 'M6 6l12 12M18 6L6 18',
  reports: 'M4 20V4M4 20h16M9 16v-5M13 16V7M17 16v-3',
  right: 'M9 5l7 7-7 7',
  save: 'M5 4h12l3 3v13H5zM8 4v5h7V4M8 20v-6h9v6',
  search: lens,
  send: 'M3 11l18-8-8 18-2-8z',
  settings: gear,
  star,
  success: 'M5 12l5 5 9-11',
  tag: 'M4 4h8l8 8-8 8-8-8zM8 8h.01',
  tasks: 'M4 6l2 2 3-4M4 16l2 2 3-4M12 7h8M12 17h8',
  thumbsDown: 'M7 14V4h10l3 8v2h-6l1 6c-3 0-4-4-5-6zM4 4v10',
  thumbsUp: 'M7 10v10h10l3-8v-2h-6l1-6c-3 0-4 4-5 6zM4 20V10',
  trophy: 'M7 4h10v6a5 5 0 0 1-10 0zM7 6H4c0 4 1 5 3 5M17 6h3c0 4-1 5-3 5M12 15v5M8 20h8',
  undo: 'M9 5L4 10l5 5M4 10h10a6 6 0 0 1 0 11h-3',
  upCarat: 'M5 15l7-7 7 7',
  upload: 'M12 16V4M7 9l5-5 5 5M4 20h16',
  view: eye,
  viewDetails: eye,
  warning: 'M12 4L2.5 20h19zM12 10v5M12 17.5v.5',
  xCircle: `${circle}M9 9l6 6M15 9l-6 6`,
  zoomIn: `${lens}M8 10.5h5M10.5 8v5`,
  zoomOut: `${lens}M8 10.5h5`,
};

const generic = 'M5 5h14v14H5zM9 9h6v6H9z';

/** A stroked path in a 24 by 24 box; names without a drawing of their own share a neutral one. */
export const glyphOf = (name: string): string => glyphs[name] ?? generic;
