import { at, day, makeDeal, makeInvolvement } from '#test/make';
import { columnsOf } from '../columns.ts';
import type { DealRow } from '../rows.ts';
import { defaultSettings } from '../settings.ts';
import type { Arm } from './kpi.ts';
import { openPipelineKpis } from './open-pipeline.ts';
import { partnerKpis } from './partner-scorecard.ts';
import { answerOf } from './tally.ts';

const questionOf = (pipelineTargetMinor: number | null) => ({
  asOf: day('2026-06-30'),
  from: day('2026-07-01'),
  to: day('2026-09-30'),
  pipelines: [],
  settings: { ...defaultSettings, pipelineTargetMinor },
});
/** Every deal is of partner 88 unless it answers that it has none. */
const columnsFor = (rows: readonly Partial<DealRow>[]) => {
  const deals = rows.map((row, id) =>
    makeDeal({
      id,
      closeAt: at('2026-08-01'),
      amountMinor: 1000,
      weightedMinor: 400,
      answer: 'tagged',
      ...row,
    }),
  );
  const involvements = deals
    .filter(({ answer }) => answer === 'tagged')
    .map(({ id }) => makeInvolvement({ dealId: id }));
  return columnsOf({ deals, involvements, companies: [] });
};
const figures = (rows: readonly Partial<DealRow>[], target: number | null = 4000) => {
  const kpis = answerOf(openPipelineKpis, columnsFor(rows), questionOf(target));
  return (id: string, arm: Arm = 'all') => kpis.find((kpi) => kpi.id === id && kpi.arm === arm)!;
};
const notOpen = { outcome: 'lost', closeAt: at('2026-05-01') } as const;

it('sets what partners are due to close in the period against the target', () => {
  const of = figures([
    {},
    { closeAt: at('2026-09-30'), amountMinor: 2000 },
    { closeAt: at('2026-10-01') },
    { closeAt: null },
    { answer: 'none' },
    notOpen,
  ]);
  expect(of('K07')).toMatchObject({ value: 0.75, n: 2 });
});

it.each([null, 0, -1])('has no target in %s', (target) => {
  expect(figures([{}], target)('K07')).toMatchObject({ value: null, n: 1, reason: 'no_target' });
});

it('weighs open deals by what the CRM expects, never below nothing', () => {
  const of = figures([{}, { weightedMinor: -300 }, { weightedMinor: null }, { answer: 'none' }, notOpen]);
  expect(of('K08')).toMatchObject({ value: 800, n: 3 });
  expect(of('K08', 'partner')).toMatchObject({ value: 400, n: 2 });
  expect(of('K08', 'none')).toMatchObject({ value: 400, n: 1 });
});

it('weighs nothing at nothing, and does not know where no open deal states it', () => {
  expect(figures([notOpen])('K08')).toMatchObject({ value: 0, n: 0, reason: null });
  expect(figures([{ weightedMinor: null }])('K08')).toMatchObject({
    value: null,
    n: 1,
    reason: 'not_recorded',
  });
});

it('has a target of the program, and none of a partner', () => {
  const kpis = partnerKpis(columnsFor([{}]), questionOf(4000), '88');
  expect(kpis.filter(({ id }) => id === 'K07')).toEqual([]);
  expect(kpis.find(({ id }) => id === 'K08')).toMatchObject({ value: 400, n: 1 });
});
