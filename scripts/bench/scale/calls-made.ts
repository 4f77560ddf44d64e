/** CRM calls by what they are for. Those that the portal refused for its limits are calls too. */
export interface CallsMade {
  readonly all: number;
  readonly refused: number;
  /** Pages of lists. */
  readonly deals: number;
  readonly involvements: number;
  readonly companies: number;
  readonly search: number;
  /** Calls to our own records of the store. */
  readonly storeReads: number;
  readonly storeWrites: number;
  readonly other: number;
}

const names = [
  'all',
  'refused',
  'deals',
  'involvements',
  'companies',
  'search',
  'storeReads',
  'storeWrites',
  'other',
] as const;
type Kind = Exclude<(typeof names)[number], 'all' | 'refused'>;

export const sumOf = (runs: readonly CallsMade[]): CallsMade =>
  Object.fromEntries(names.map((name) => [name, runs.reduce((sum, run) => sum + run[name], 0)])) as Record<
    (typeof names)[number],
    number
  >;

const kinds: readonly [Kind, RegExp][] = [
  ['search', /^POST .*\/search$/],
  ['storeReads', /^(GET .*partner_value_store|POST .*partner_value_store\/batch\/read)/],
  ['storeWrites', /partner_value_store/],
  ['deals', /^(GET .*\/deals\?|POST .*\/deals\/batch\/read)/],
  ['involvements', /^(GET .*partner_involvement\?|POST .*partner_involvement\/batch\/read)/],
  ['companies', /^(GET .*\/companies\?|POST .*\/companies\/batch\/read)/],
];

const kindOf = (call: string): Kind => kinds.find(([, pattern]) => pattern.test(call))?.[0] ?? 'other';

export function callsMade({ list, refused }: { list: readonly string[]; refused: number }): CallsMade {
  const count = (kind: Kind) => list.filter((call) => kindOf(call) === kind).length;
  return {
    all: list.length,
    refused,
    deals: count('deals'),
    involvements: count('involvements'),
    companies: count('companies'),
    search: count('search'),
    storeReads: count('storeReads'),
    storeWrites: count('storeWrites'),
    other: count('other'),
  };
}
