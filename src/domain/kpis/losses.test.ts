import { at, day, makeDeal } from '#test/make';
import { columnsOf } from '../columns.ts';
import type { DealRow } from '../rows.ts';
import { defaultSettings } from '../settings.ts';
import { lossKpis } from './losses.ts';
import { answerOf } from './tally.ts';

const question = {
  asOf: day('2026-06-30'),
  from: day('2026-02-01'),
  to: null,
  pipelines: [],
  settings: defaultSettings,
};
const figures = (rows: readonly Partial<DealRow>[]) => {
  const deals = rows.map((row, id) =>
    makeDeal({ id, outcome: 'lost', closeAt: at('2026-03-01'), lossReason: 'Price', ...row }),
  );
  const kpis = answerOf(lossKpis, columnsOf({ deals, involvements: [], companies: [] }), question);
  return (id: string) => kpis.find((kpi) => kpi.id === id && kpi.arm === 'all')!;
};
/** Five lost for the price, and those given. */
const lost = (...rows: Partial<DealRow>[]) => figures([{}, {}, {}, {}, {}, ...rows]);
const counts = (of: ReturnType<typeof figures>) =>
  ['K13', 'K13.blank'].map((id) => Math.round(of(id).value! * of(id).n));

it.each([
  'No decision',
  'no_decision',
  'NODECISION',
  'no - decision',
  'Budget cut',
  'bad timing',
  'Not now',
  'not-now',
  'notnow',
  'Postponed',
  'put on hold',
  'on-hold',
  'onhold',
  'Status quo',
  'status_quo',
  'statusquo',
  'Went dark',
  'went silent',
])('"%s" went nowhere', (lossReason) => {
  expect(counts(lost({ lossReason }))).toEqual([1, 0]);
});

it.each(['Competitor', 'No product fit', 'Not our decision', 'went to another', 'dark', 'status', 'holding'])(
  '"%s" went somewhere',
  (lossReason) => {
    expect(counts(lost({ lossReason }))).toEqual([0, 0]);
  },
);

it('counts blank reasons apart', () => {
  expect(counts(lost({ lossReason: null }, { lossReason: ' ' }, { lossReason: 'Budget' }))).toEqual([1, 2]);
});

it.each<[string, Partial<DealRow>]>([
  ['won', { outcome: 'won' }],
  ['open', { outcome: 'open', closeAt: null }],
  ['lost before the period', { closeAt: at('2026-01-20') }],
])('leaves out deals that are %s', (_, row) => {
  const of = lost({ ...row, lossReason: 'Budget' }, { ...row, lossReason: null });
  expect([of('K13').n, of('K13.blank').n]).toEqual([5, 5]);
});

it('is not recorded where no lost deal has a reason, and nothing where none is lost', () => {
  expect(figures([{ lossReason: null }])('K13')).toMatchObject({ value: null, n: 1, reason: 'not_recorded' });
  expect(figures([])('K13')).toMatchObject({ value: null, n: 0, reason: 'no_denominator' });
});
