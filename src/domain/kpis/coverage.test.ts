import { at, day, makeDeal, makeInvolvement } from '#test/make';
import { columnsOf } from '../columns.ts';
import type { DealRow, InvolvementRow } from '../rows.ts';
import { defaultSettings } from '../settings.ts';
import { coverageKpis } from './coverage.ts';
import { partnerKpis } from './partner-scorecard.ts';
import { answerOf } from './tally.ts';

const asOf = day('2026-06-30');
const question = { asOf, from: null, to: null, pipelines: [], settings: defaultSettings };

/** Five open deals of accounts of their own without a partner, and what is added to them. */
const covered = (deals: Partial<DealRow>[], tags: Partial<InvolvementRow>[] = []) => {
  const plain = [1, 2, 3, 4, 5].map((id) => makeDeal({ id, account: `a${id}` }));
  const more = deals.map((row, i) => makeDeal({ id: 10 + i, account: 'more', ...row }));
  const involvements = tags.map((row) => makeInvolvement({ dealId: 10, ...row }));
  const columns = columnsOf({ deals: [...plain, ...more], involvements, companies: [] });
  const share = ({ value, n }: { value: number | null; n: number }) => [value! * n, n];
  return answerOf(coverageKpis, columns, question).map(share);
};

it.each<[string, Partial<DealRow>[], Partial<InvolvementRow>[], number[][]]>([
  [
    'counts an account once, covered by a partner on one of its deals',
    [{}, {}],
    [{}],
    [
      [1, 6],
      [1, 7],
    ],
  ],
  [
    'counts a deal without an account as a deal only',
    [{ account: null }],
    [{}],
    [
      [0, 5],
      [1, 6],
    ],
  ],
  [
    'leaves closed deals out',
    [{ outcome: 'won', closeAt: at('2026-03-01') }],
    [{}],
    [
      [0, 5],
      [0, 5],
    ],
  ],
  [
    'takes a partner that leaves on the day after',
    [{}],
    [{ exitedOn: asOf + 1 }],
    [
      [1, 6],
      [1, 6],
    ],
  ],
  [
    'takes no partner that leaves on the as-of day',
    [{}],
    [{ exitedOn: asOf }],
    [
      [0, 6],
      [0, 6],
    ],
  ],
  [
    'takes no rejected tag',
    [{}],
    [{ status: 'rejected' }],
    [
      [0, 6],
      [0, 6],
    ],
  ],
  [
    'takes the partner that stays, of two',
    [{}],
    [{ exitedOn: asOf }, { partnerId: '89' }],
    [
      [1, 6],
      [1, 6],
    ],
  ],
])('%s', (_, deals, tags, shares) => {
  expect(covered(deals, tags)).toEqual(shares);
});

it('is no figure of a partner', () => {
  const columns = columnsOf({ deals: [makeDeal()], involvements: [makeInvolvement()], companies: [] });
  const ids = partnerKpis(columns, question, '88').map(({ id }) => id);
  expect(ids.filter((id) => id.startsWith('K06') || id.startsWith('K40') || id === 'K46')).toEqual([]);
});
