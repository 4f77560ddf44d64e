import { at, day, makeDeal, makeQuestion } from '#test/make';
import { columnsOf } from '../columns.ts';
import type { DealRow } from '../rows.ts';
import { defaultSettings } from '../settings.ts';
import type { Question } from './question.ts';
import { stageFlowKpis } from './stage-flow.ts';
import { answerOf } from './tally.ts';

const question = makeQuestion({
  asOf: day('2026-01-31'),
  settings: {
    ...defaultSettings,
    lifeCycleOf: { s1: 'identify', s2: 'engage', s3: 'evaluate', s4: 'decide', done: 'onboard' },
  },
});

const figures = (deals: readonly DealRow[], asked: Question = question) => {
  const kpis = answerOf(stageFlowKpis, columnsOf({ deals, involvements: [], companies: [] }), asked);
  return (id: string) => kpis.find((kpi) => kpi.id === id && kpi.arm === 'all')!;
};

const passed = Array.from({ length: 4 }, (_, i) =>
  makeDeal({
    id: i + 1,
    stage: 's2',
    stageEnteredAt: { s1: at('2026-01-01'), s2: at(`2026-01-0${4 + i}`) },
  }),
);
const skipped = makeDeal({ id: 5, stage: 's3', stageEnteredAt: { s3: at('2026-01-05') } });
const sitting = makeDeal({ id: 6, stage: 's1', stageEnteredAt: { s1: at('2026-01-11') } });
const lost = makeDeal({
  id: 7,
  outcome: 'lost',
  closeAt: at('2026-01-21'),
  stage: 'lost',
  stageEnteredAt: { s1: at('2026-01-01'), lost: at('2026-01-21') },
});
const won = makeDeal({ id: 8, outcome: 'won', closeAt: at('2026-01-20'), stage: 'won' });

it('counts a skipped stage as passed and a deal that sits in it as undecided', () => {
  const of = figures([...passed, skipped, sitting, lost, won]);
  expect(of('K10.identify')).toMatchObject({ value: 6 / 7, n: 7 });
  expect(of('K10.engage')).toMatchObject({ value: null, n: 2, reason: 'too_few' });
});

it('takes days in a stage to the next stage, the close, or the as-of day', () => {
  const of = figures([...passed, sitting, lost]);
  // Left after 3, 4, 5, 6 and 20 days; one still there after 20.
  expect(of('K11.identify')).toMatchObject({ value: 5.5, n: 6 });
});

it('takes the time that the CRM has added up over several visits', () => {
  const revisited = passed.map((deal) => ({ ...deal, timeInStage: { s1: 10 * 86_400_000 } }));
  expect(figures(revisited)('K11.identify')).toMatchObject({ value: 10, n: 4 });
});

it('knows the stages of the as-of day, not the later ones', () => {
  const of = figures(passed, { ...question, asOf: day('2026-01-03') });
  expect(of('K10.identify')).toMatchObject({ value: null, n: 0, reason: 'no_denominator' });
});

it('says that nothing is recorded where no deal stage is mapped', () => {
  const settings = { ...question.settings, lifeCycleOf: {} };
  const of = figures(passed, { ...question, settings });
  expect(of('K10.decide')).toMatchObject({ value: null, reason: 'not_recorded' });
  expect(of('K11.decide')).toMatchObject({ value: null, reason: 'not_recorded' });
});

it('gives no stage figure where the records hold no entry date, instead of a conversion of 100 %', () => {
  const closed = Array.from({ length: 8 }, (_, i) =>
    makeDeal({ id: i + 1, outcome: 'won', closeAt: at('2026-01-20'), stage: 'done', stageEnteredAt: {} }),
  );
  const of = figures(closed);
  expect(of('K10.identify')).toMatchObject({ value: null, reason: 'not_recorded' });
  expect(of('K11.identify')).toMatchObject({ value: null, reason: 'not_recorded' });
});

it('gives no conversion out of a stage whose entries nobody recorded, although later ones are', () => {
  const settings = { ...question.settings, lifeCycleOf: { s2: 'engage', done: 'onboard' } } as const;
  const signed = Array.from({ length: 8 }, (_, i) =>
    makeDeal({
      id: i + 1,
      outcome: 'won',
      closeAt: at('2026-01-20'),
      stage: 'done',
      stageEnteredAt: { s2: at('2026-01-02'), done: at('2026-01-20') },
    }),
  );
  const of = figures(signed, { ...question, settings });
  expect(of('K10.engage')).toMatchObject({ value: 1, n: 8 });
  for (const id of ['K10.identify', 'K10.evaluate', 'K10.decide', 'K11.decide']) {
    expect(of(id)).toMatchObject({ value: null, reason: 'not_recorded' });
  }
});

it('takes the dated close of a won deal for no date of a stage before it', () => {
  const closed = Array.from({ length: 8 }, (_, i) =>
    makeDeal({
      id: i + 1,
      outcome: 'won',
      closeAt: at('2026-01-20'),
      stage: 'done',
      stageEnteredAt: { done: at('2026-01-20') },
    }),
  );
  expect(figures(closed)('K10.evaluate')).toMatchObject({ value: null, reason: 'not_recorded' });
});
