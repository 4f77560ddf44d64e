import { at, day, makeDeal, makeInvolvement } from '#test/make';
import { columnsOf } from '../columns.ts';
import { defaultSettings } from '../settings.ts';
import { creditKpis } from './concentration.ts';
import { founded } from './foundations.ts';
import { answerOf } from './tally.ts';

const question = { asOf: day('2026-06-30'), from: null, to: null, pipelines: [], settings: defaultSettings };

/** One deal won per amount, each with a partner of its own. */
const figures = (amounts: readonly number[]) => {
  const deals = amounts.map((amountMinor, id) =>
    makeDeal({ id, outcome: 'won', closeAt: at('2026-02-01'), amountMinor }),
  );
  const involvements = amounts.map((_, id) => makeInvolvement({ dealId: id, partnerId: `${id}` }));
  const kpis = answerOf(founded(creditKpis), columnsOf({ deals, involvements, companies: [] }), question);
  return Object.fromEntries(kpis.map(({ id, value, n, reason }) => [id, [value, n, reason]]));
};

it('gives the index of shares 50, 30 and 20 %, over the partners that hold one', () => {
  expect(figures([5000, 3000, 0, 2000])).toEqual({
    'won.attached': [10_000, 4, null],
    'won.credited': [10_000, 4, null],
    K40: [expect.closeTo(0.38, 12), 3, null],
    'K40.top': [0.5, 3, null],
    'K40.effective': [expect.closeTo(1 / 0.38, 12), 3, null],
  });
});

it('has nothing to divide by where no partner holds anything', () => {
  const none = [null, 0, 'no_denominator'];
  expect(figures([0])).toMatchObject({ K40: none, 'K40.top': none, 'K40.effective': none });
});

it('does not depend on the order of partners to the last digit', () => {
  const amounts = [400, 100, 900, 900];
  expect(figures(amounts)['K40']).toEqual(figures([...amounts].reverse())['K40']);
});
