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
    lifeCycleOf: {
      s1: 'identify',
      again: 'identify',
      s2: 'engage',
      s3: 'evaluate',
      s4: 'decide',
      done: 'onboard',
    },
  },
});
const msPerDay = 86_400_000;

const figures = (deals: readonly Partial<DealRow>[], asked: Partial<Question> = {}) => {
  const rows = deals.map((row, id) => makeDeal({ id, stage: 's1', ...row }));
  const columns = columnsOf({ deals: rows, involvements: [], companies: [] });
  const kpis = answerOf(stageFlowKpis, columns, { ...question, ...asked });
  return (id: string) => kpis.find((kpi) => kpi.id === id && kpi.arm === 'all')!;
};
/** Days in the first stage of one deal alone; the reason where it is still there. */
const daysInFirst = (row: Partial<DealRow>, asked: Partial<Question> = {}) => {
  const { value, reason } = figures([row], asked)('K11.identify');
  return value ?? reason;
};
const s1 = at('2026-01-01');

describe('a deal leaves a stage', () => {
  const lost = { outcome: 'lost', stage: 'lost' } as const;
  it.each<[string, Partial<DealRow>, number | string]>([
    ['for the next', { stageEnteredAt: { s1, s2: at('2026-01-04') } }, 3],
    [
      'for the first of two later ones',
      { stageEnteredAt: { s1, s2: at('2026-01-04'), s3: at('2026-01-09') } },
      3,
    ],
    [
      'for a higher one, although it came back to the next',
      { stageEnteredAt: { s1, s2: at('2026-01-09'), s3: at('2026-01-04') } },
      3,
    ],
    ['in the minute in which it entered it', { stageEnteredAt: { s1, s2: s1 } }, 0],
    ['for a stage of customers while it is open', { stageEnteredAt: { s1, done: at('2026-01-11') } }, 10],
    ['at its close', { ...lost, closeAt: at('2026-01-21'), stageEnteredAt: { s1 } }, 20],
    [
      'at its close, before it is a customer',
      { outcome: 'won', closeAt: at('2026-01-11'), stageEnteredAt: { s1, done: at('2026-01-21') } },
      10,
    ],
    ['at a close in the same minute', { ...lost, closeAt: s1, stageEnteredAt: { s1 } }, 0],
    [
      'for the next before its close',
      { ...lost, closeAt: at('2026-01-21'), stageEnteredAt: { s1, s2: at('2026-01-04') } },
      3,
    ],
  ])('%s', (_, row, days) => {
    expect(daysInFirst(row)).toBe(days);
  });
  it.each<[string, Partial<DealRow>]>([
    ['while nothing followed', { stageEnteredAt: { s1 } }],
    ['by an earlier entry of a later one', { stageEnteredAt: { s1, s2: at('2025-12-01') } }],
    ['by a close before its entry', { ...lost, closeAt: at('2025-12-30'), stageEnteredAt: { s1 } }],
  ])('not %s', (_, row) => {
    expect(daysInFirst(row)).toBe('not_reached');
  });
});

it('counts from the first of several entries into a stage of the life cycle, in whatever order they come', () => {
  const entered = { s1: at('2026-01-05'), again: at('2026-01-01'), s2: at('2026-01-11') };
  expect(daysInFirst({ stageEnteredAt: entered })).toBe(10);
  const { s1: later, again: earlier, s2 } = entered;
  expect(daysInFirst({ stageEnteredAt: { s1: earlier, again: later, s2 } })).toBe(10);
});

describe('the time that the CRM states', () => {
  const stageEnteredAt = { s1, s2: at('2026-01-05') };
  const stated = (timeInStage: Record<string, number>) => daysInFirst({ stageEnteredAt, timeInStage });
  it('is added up over the deal stages of one stage of the life cycle', () => {
    expect(stated({ s1: 7 * msPerDay, again: 4 * msPerDay })).toBe(11);
  });
  it('counts where only one of them states it', () => {
    const both = { s1, again: at('2026-01-02'), s2: at('2026-01-05') };
    const timeInStage = { s1: 7 * msPerDay };
    expect(daysInFirst({ stageEnteredAt: both, timeInStage })).toBe(7);
  });
  it('counts up to the as-of day, and not where it had not ended by then', () => {
    expect(stated({ s1: 30 * msPerDay })).toBe(30);
    expect(stated({ s1: 31 * msPerDay })).toBe(4);
  });
  it('counts in the last of the selling stages too', () => {
    const row = { stageEnteredAt: { s4: s1, done: at('2026-01-05') }, timeInStage: { s4: 7 * msPerDay } };
    expect(figures([row])('K11.decide')).toMatchObject({ value: 7, n: 1 });
  });
  it('is no entry into the stage', () => {
    const rows = Array.from({ length: 5 }, () => ({ stageEnteredAt: { s1 }, timeInStage: { s3: msPerDay } }));
    const of = figures(rows);
    expect(of('K10.identify')).toMatchObject({ n: 0, reason: 'no_denominator' });
    expect(of('K10.evaluate')).toMatchObject({ n: 0, reason: 'not_recorded' });
  });
});

describe('how far a deal has come', () => {
  /** Five deals that passed the first stage and one more: K10 counts what is known of that one. */
  const passed = Array.from({ length: 5 }, () => ({ stageEnteredAt: { s1, s2: at('2026-01-04') } }));
  const decided = (row: Partial<DealRow>, asked: Partial<Question> = {}) => {
    const { value, n } = figures([...passed, row], asked)('K10.identify');
    return [value! * n, n];
  };
  it.each<[string, Partial<DealRow>, readonly [number, number]]>([
    [
      'its highest stage, not its last',
      { stageEnteredAt: { s2: at('2026-01-04'), s1: at('2026-01-09') } },
      [6, 6],
    ],
    ['the present stage where no entry is dated', { stage: 's3' }, [6, 6]],
    ['the first stage where that is the present one', { stage: 's1' }, [5, 5]],
    ['nothing where it is in no stage', { stage: '' }, [5, 5]],
    ['nothing where its stage maps to none', { stage: 'other', stageEnteredAt: { other: s1 } }, [5, 5]],
    [
      'not the present stage once it is lost',
      { outcome: 'lost', closeAt: at('2026-01-20'), stage: 's3' },
      [5, 5],
    ],
    [
      'a stage entered in the last minute of the as-of day',
      { stageEnteredAt: { s1, s2: day('2026-02-01') * msPerDay - 60_000 } },
      [6, 6],
    ],
    [
      'not a stage entered on the day after',
      { stageEnteredAt: { s1, s2: day('2026-02-01') * msPerDay } },
      [5, 5],
    ],
    [
      'the win, whatever stage it shows',
      { outcome: 'won', closeAt: at('2026-01-20'), stageEnteredAt: { s1 } },
      [6, 6],
    ],
    [
      'nothing where it was created after the period',
      { createdAt: at('2026-01-25'), stageEnteredAt: { s2: at('2026-01-26') } },
      [5, 5],
    ],
  ])('is %s', (_, row, expected) => {
    expect(decided(row, { to: day('2026-01-20') })).toEqual(expected);
  });
});

it('follows a deal that is still in a stage up to the as-of day alone', () => {
  const left = { stageEnteredAt: { s1, s2: at('2026-01-11') } };
  const recent = { stageEnteredAt: { s1: at('2026-01-28') } };
  // After ten days only the first of them is left to be seen, and it goes on.
  expect(figures([left, recent])('K11.identify')).toMatchObject({ value: 10, n: 2 });
});
