import { at, day, makeDeal, makeInvolvement } from '#test/make';
import { columnsOf } from '../columns.ts';
import type { DealRow, InvolvementRow } from '../rows.ts';
import { defaultSettings } from '../settings.ts';
import { founded, foundationsOf } from './foundations.ts';
import type { Arm } from './kpi.ts';
import { logoKpis } from './logos.ts';
import { partnerKpis } from './partner-scorecard.ts';
import { askedOf, select } from './selection.ts';
import { answerOf } from './tally.ts';

const question = {
  asOf: day('2026-06-30'),
  from: day('2026-02-01'),
  to: null,
  pipelines: [],
  settings: defaultSettings,
};
const won = (id: number, row: Partial<DealRow> = {}): DealRow =>
  makeDeal({ id, outcome: 'won', closeAt: at('2026-03-01'), account: `a${id}`, ...row });
const columnsFor = (deals: DealRow[], involvements: InvolvementRow[] = []) =>
  columnsOf({ deals, involvements, companies: [] });

/** Six wins in the period, four of them an account's first: two with partner 88, of which it brought one. */
const columnsHere = () =>
  columnsFor(
    [
      won(1),
      won(2),
      won(3, { answer: 'none' }),
      won(4),
      won(5, { account: 'a1' }),
      won(6, { account: 'known', answer: 'none' }),
      won(7, { account: 'known', closeAt: at('2026-01-15') }),
      won(8, { outcome: 'lost' }),
      won(9, { outcome: 'open', closeAt: null }),
    ],
    [
      makeInvolvement({ dealId: 1, origin: true }),
      makeInvolvement({ dealId: 2 }),
      makeInvolvement({ dealId: 5 }),
      makeInvolvement({ dealId: 8, origin: true }),
    ],
  );

it('are first wins of the period, set against all wins of it', () => {
  const kpis = answerOf(founded(logoKpis), columnsHere(), question);
  const of = (id: string, arm: Arm = 'all') => kpis.find((kpi) => kpi.id === id && kpi.arm === arm)!;
  const arms = ['all', 'partner', 'none', 'unanswered'] as const;
  expect(arms.map((arm) => of('K15', arm).value)).toEqual([4, 2, 1, 1]);
  expect(of('K16.mix')).toMatchObject({ value: 4 / 6, n: 6 });
  expect(of('K16.mix', 'partner')).toMatchObject({ value: null, n: 3, reason: 'too_few' });
  expect(of('K16')).toMatchObject({ value: null, n: 4, reason: 'too_few' });
});

it('are shared with partners, and brought by them, from five on', () => {
  const deals = [1, 2, 3, 4, 5].map((id) => won(id));
  const tags = [makeInvolvement({ dealId: 1, origin: true }), makeInvolvement({ dealId: 2 })];
  const kpis = answerOf(founded(logoKpis), columnsFor(deals, tags), question);
  const of = (id: string) => kpis.find((kpi) => kpi.id === id)!;
  expect(of('K16')).toMatchObject({ value: 0.4, n: 5 });
  expect(of('K16.sourced')).toMatchObject({ value: 0.2, n: 5 });
});

it('of a partner are counted, and those it brought', () => {
  const kpis = partnerKpis(columnsHere(), question, '88').filter(({ id }) => /^K1[56]/.test(id));
  expect(kpis.map(({ id, value }) => [id, value])).toEqual([
    ['K15', 2],
    ['K16.mix', null],
    ['K15.sourced', 1],
  ]);
});

it('lose their place to an earlier win of a later chunk, also one outside the period', () => {
  const chunks = [columnsFor([won(1)]), columnsFor([won(2, { account: 'a1', closeAt: at('2026-01-15') })])];
  const asked = askedOf(chunks[0]!, question);
  const foundations = foundationsOf(asked);
  const logos = logoKpis(asked, foundations);
  const countAfter = (chunk: (typeof chunks)[number]) => {
    foundations.add(select(chunk, question));
    return logos.finish().find(({ id }) => id === 'K15')!.value;
  };
  expect(chunks.map(countAfter)).toEqual([1, 0]);
});
