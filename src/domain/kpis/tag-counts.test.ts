import { at, day, makeDeal, makeInvolvement, makeQuestion } from '#test/make';
import { columnsOf } from '../columns.ts';
import type { InvolvementRow } from '../rows.ts';
import { tierMix } from './maturity.ts';
import { founded } from './foundations.ts';
import { lifeCycleKpis } from './life-cycle-coverage.ts';
import { qualityKpis, tagQualityKpis } from './quality.ts';
import type { Question } from './question.ts';
import { answerOf } from './tally.ts';

const question = makeQuestion({
  from: day('2026-01-01'),
});
/** Deal 1 was created in the period, deal 2 before it; both closed on 2026-02-20, after 50 and 81 days. */
const closed = { outcome: 'lost', closeAt: at('2026-02-20') } as const;
const deals = [makeDeal({ id: 1, ...closed }), makeDeal({ id: 2, ...closed, createdAt: at('2025-12-01') })];
const tag = (row: Partial<InvolvementRow>): InvolvementRow =>
  makeInvolvement({ id: JSON.stringify(row), enteredOn: null, ...row });

const figures = (involvements: readonly InvolvementRow[], asked: Partial<Question> = {}) => {
  const columns = columnsOf({ deals, involvements, companies: [] });
  const kpis = [qualityKpis, tagQualityKpis, lifeCycleKpis].flatMap((family) =>
    answerOf(founded(family), columns, { ...question, ...asked }),
  );
  return (id: string) => {
    const { value, n } = kpis.find((kpi) => kpi.id === id)!;
    return [value === null ? null : Math.round(value * n), n];
  };
};
/** Six confirmed tags on the deal of the period, made in time. */
const plain = [1, 2, 3, 4, 5, 6].map((n) => tag({ partnerId: `${n}` }));

it.each<[string, Partial<InvolvementRow>, string, readonly [number, number]]>([
  ['approved', {}, 'K14', [7, 7]],
  ['rejected', { status: 'rejected' }, 'K14', [6, 7]],
  ['neither while it is proposed', { status: 'proposed' }, 'K14', [6, 6]],
  ['neither while it is disputed', { status: 'disputed' }, 'K14', [6, 6]],
  ['no approval of the period on an earlier deal', { dealId: 2 }, 'K14', [6, 6]],
  ['no rejection of the period on an earlier deal', { dealId: 2, status: 'rejected' }, 'K14', [6, 6]],
  ['with evidence', { hasEvidence: true }, 'K48', [1, 7]],
  ['with evidence that nobody confirmed', { hasEvidence: true, status: 'proposed' }, 'K48', [0, 6]],
  ['with evidence on an earlier deal', { hasEvidence: true, dealId: 2 }, 'K48', [0, 6]],
  ['late', { taggedAt: at('2026-02-21') }, 'K47.after_close', [1, 7]],
  ['late in the cycle', { taggedAt: at('2026-02-19') }, 'K47.in_cycle', [1, 7]],
  ['late on an earlier deal', { dealId: 2, taggedAt: at('2026-02-21') }, 'K47', [0, 6]],
  ['late and rejected', { status: 'rejected', taggedAt: at('2026-02-21') }, 'K47', [0, 6]],
])('a tag that is %s', (_, row, id, expected) => {
  expect(figures([...plain, tag({ partnerId: '7', ...row })])(id)).toEqual(expected);
});

it('asks for the tags of the question alone', () => {
  const of = figures([...plain, tag({ partnerId: '7', status: 'proposed' })], { partnerId: '1' });
  expect([of('K14')[1], of('K49')[1], of('K42.entries')[0]]).toEqual([1, 0, 0]);
});

it('counts waiting tags and moves on deals of any day of creation', () => {
  const waiting = tag({ dealId: 2, status: 'proposed', taggedAt: at('2026-06-20') });
  const moved = tag({ dealId: 2, enteredOn: day('2026-01-01'), exitedOn: day('2026-06-30'), partnerId: '9' });
  const of = figures([waiting, moved]);
  expect(of('K49')).toEqual([10, 1]);
  expect([of('K42.entries')[1], of('K42.exits')[1]]).toEqual([1, 1]);
});

it('mixes the tiers of the deals of the period, each by its own tags', () => {
  const involvements = [
    tag({ dealId: 1, tier: 'co_sell' }),
    tag({ dealId: 1, tier: 'source', partnerId: '89', status: 'proposed' }),
    tag({ dealId: 2, tier: 'joint_solution' }),
  ];
  const mix = (asked: Partial<Question>) =>
    tierMix(columnsOf({ deals, involvements, companies: [] }), { ...question, ...asked });
  expect(mix({})).toEqual([{ month: '2026-01', tier: 'co_sell', deals: 1 }]);
  expect(mix({ from: null })).toEqual([
    { month: '2025-12', tier: 'joint_solution', deals: 1 },
    { month: '2026-01', tier: 'co_sell', deals: 1 },
  ]);
});
