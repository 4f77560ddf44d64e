import type { PartnerRow } from '#contract/read-portfolio';
import { tiers } from '#domain/vocabulary';

export const partnerColumns = [
  'name',
  'deals',
  'won',
  'winRate',
  'credited',
  'second',
  'spread',
  'open',
  'level',
] as const;
export type PartnerColumn = (typeof partnerColumns)[number];

export interface PartnerOrder {
  readonly column: PartnerColumn;
  readonly direction: 'ascending' | 'descending';
}

/** How much more, or less, the second credit model gives a partner than the first. */
export const spreadOf = ({ creditedWonMinor, creditedSecondMinor }: PartnerRow): number =>
  creditedSecondMinor - creditedWonMinor;

/** Best first by what is at least true: a partner with 3 of 3 won does not stand above one with 40 of 50. */
export const startingOrder: PartnerOrder = { column: 'winRate', direction: 'descending' };

const valueOf: Readonly<Record<PartnerColumn, (row: PartnerRow) => string | number | null>> = {
  name: ({ name }) => name,
  deals: ({ deals }) => deals,
  won: ({ won }) => won,
  winRate: ({ winRateInterval }) => winRateInterval?.[0] ?? null,
  credited: ({ creditedWonMinor }) => creditedWonMinor,
  second: ({ creditedSecondMinor }) => creditedSecondMinor,
  spread: spreadOf,
  open: ({ openMinor }) => openMinor,
  level: ({ level }) => (level ? tiers.indexOf(level) : null),
};

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'string' || typeof b === 'string' ? String(a).localeCompare(String(b)) : a - b;

/** Partners in an order. Those without a value in that column come last, whichever the direction; ties keep their order. */
export function inOrder(partners: readonly PartnerRow[], { column, direction }: PartnerOrder): PartnerRow[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return partners.toSorted((left, right) => {
    const [a, b] = [valueOf[column](left), valueOf[column](right)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return sign * compare(a, b);
  });
}
