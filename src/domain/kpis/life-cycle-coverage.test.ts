import { at, day, makeDeal, makeInvolvement } from '#test/make';
import { columnsOf } from '../columns.ts';
import type { InvolvementRow } from '../rows.ts';
import { defaultSettings } from '../settings.ts';
import { lifeCycleMatrix } from './life-cycle-coverage.ts';
import { tierMix } from './maturity.ts';

const question = {
  asOf: day('2026-06-30'),
  from: day('2026-01-01'),
  to: null,
  pipelines: [],
  settings: defaultSettings,
};
const deals = [makeDeal({ id: 1 }), makeDeal({ id: 2 }), makeDeal({ id: 3, createdAt: at('2025-12-01') })];
/** Rows as: partner, stages touched, entries and exits, each as "stage:count". */
const matrixOf = (...tags: Partial<InvolvementRow>[]) => {
  const involvements = tags.map((tag) => makeInvolvement({ enteredOn: null, ...tag }));
  const inWords = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts).flatMap(([stage, n]) => (n > 0 ? [`${stage}:${n}`] : []));
  return lifeCycleMatrix(columnsOf({ deals, involvements, companies: [] }), question).map((row) => [
    row.id,
    ...[row.stages, row.entries, row.exits].map(inWords),
  ]);
};
const entered = { enteredOn: day('2026-02-01') };
const exited = { exitedOn: day('2026-03-01') };

it('counts the tags of each deal once, those that count', () => {
  expect(
    matrixOf(
      { dealId: 1, stages: ['engage'] },
      { dealId: 2, stages: ['engage', 'expand'] },
      { dealId: 2, partnerId: '89', stages: ['engage'], status: 'proposed' },
      { dealId: 2, partnerId: '90', stages: ['engage'], status: 'rejected', ...entered },
    ),
  ).toEqual([
    ['88', ['engage:2', 'expand:1'], [], []],
    ['89', ['engage:1'], [], []],
  ]);
});

it('leaves tags that touch no stage to nobody, also not to the partner before', () => {
  expect(
    matrixOf({ partnerId: '88', stages: ['engage'] }, { partnerId: '89', ...entered, ...exited }),
  ).toEqual([['88', ['engage:1'], [], []]]);
});

it('keeps partners that moved on a deal from before the period, after those with tags in it', () => {
  expect(
    matrixOf(
      { dealId: 3, partnerId: '87', stages: ['adopt', 'renew'], ...entered, ...exited },
      { dealId: 1, partnerId: '89', stages: ['adopt'] },
      { dealId: 3, partnerId: '86', stages: ['adopt'] },
    ),
  ).toEqual([
    ['89', ['adopt:1'], [], []],
    ['87', [], ['adopt:1'], ['renew:1']],
  ]);
});

it('puts most tags first and equal ones in the order of ids', () => {
  const touching = (partnerId: string, dealId = 1) => ({ partnerId, dealId, stages: ['decide'] as const });
  const ids = matrixOf(touching('91'), touching('89'), touching('90'), touching('92'), touching('92', 2));
  expect(ids.map(([id]) => id)).toEqual(['92', '89', '90', '91']);
});

it('orders the mix of tiers by month, without deals whose creation nobody dated', () => {
  const created = ['2026-03-01', null, '2026-01-31', '2026-02-01', '2026-02-28'];
  const rows = created.map((iso, id) => makeDeal({ id, createdAt: iso === null ? null : at(iso) }));
  const involvements = rows.map(({ id }) => makeInvolvement({ dealId: id }));
  const columns = columnsOf({ deals: rows, involvements, companies: [] });
  const months = tierMix(columns, { ...question, from: null }).map(({ month, deals: n }) => [month, n]);
  expect(months).toEqual([
    ['2026-01', 1],
    ['2026-02', 2],
    ['2026-03', 1],
  ]);
});
