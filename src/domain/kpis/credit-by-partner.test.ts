import { at, day, makeDeal, makeInvolvement, makeQuestion } from '#test/make';
import { columnsOf } from '../columns.ts';
import type { CreditModel } from '../credit.ts';
import type { InvolvementRow } from '../rows.ts';
import { defaultSettings } from '../settings.ts';
import { partnerStandings } from './partner-standings.ts';
import type { Question } from './question.ts';

const question = makeQuestion();
const deal = makeDeal({ outcome: 'won', closeAt: at('2026-03-01'), amountMinor: 10_000 });
const tags: readonly InvolvementRow[] = [
  makeInvolvement({ partnerId: '88', tier: 'assist', enteredOn: day('2026-01-10') }),
  makeInvolvement({ partnerId: '89', tier: 'source', share: 30, enteredOn: day('2026-02-01') }),
  makeInvolvement({
    partnerId: '90',
    tier: 'co_sell',
    share: 10,
    origin: true,
    enteredOn: day('2026-04-01'),
  }),
  makeInvolvement({ partnerId: '91', tier: 'source', share: 60, status: 'proposed' }),
];
const standingsOf = (involvements: readonly InvolvementRow[], asked: Partial<Question>, row = deal) =>
  partnerStandings(columnsOf({ deals: [row], involvements, companies: [] }), { ...question, ...asked }).sort(
    (one, other) => (one.id < other.id ? -1 : 1),
  );
const modelled = (creditModel: CreditModel) => ({ settings: { ...defaultSettings, creditModel } });
const creditOf = (model: CreditModel, involvements = tags, row = deal): number[] =>
  standingsOf(involvements, modelled(model), row).map(({ creditedWonMinor }) => creditedWonMinor);

it.each<[CreditModel, number[]]>([
  // The odd cent goes to the lowest id.
  ['equal', [3334, 3333, 3333, 0]],
  // Weights 1, 3 and 2.
  ['maturity', [1667, 5000, 3333, 0]],
  ['origin', [0, 0, 10_000, 0]],
  // Partner 90 came in after the close.
  ['last', [0, 10_000, 0, 0]],
  ['position', [4000, 2000, 4000, 0]],
  ['manual', [0, 7500, 2500, 0]],
])('splits by the model %s among confirmed partners', (model, expected) => {
  expect(creditOf(model)).toEqual(expected);
});

it('takes a partner whose day of entry is not known for one in between', () => {
  const undated = tags.map((tag) => (tag.partnerId === '90' ? { ...tag, enteredOn: null } : tag));
  expect(creditOf('position', undated)).toEqual([4000, 4000, 2000, 0]);
});

it('credits a win without a close date to the last partner of all', () => {
  expect(creditOf('last', tags, { ...deal, closeAt: null })).toEqual([0, 0, 10_000, 0]);
});

it.each<[string, Partial<Question>, number[]]>([
  ['maturity-weighted where nobody chose one', {}, [1667, 5000, 3333, 0]],
  ['equal beside maturity-weighted', modelled('maturity'), [3334, 3333, 3333, 0]],
  ['the one that is asked for', { secondModel: 'origin' }, [0, 0, 10_000, 0]],
])('shows a second model: %s', (_, asked, expected) => {
  expect(standingsOf(tags, asked).map((row) => row.creditedSecondMinor)).toEqual(expected);
});

it('credits the wins of the period alone', () => {
  const credited = (asked: Partial<Question>) =>
    standingsOf(tags, asked).map((row) => [row.creditedWonMinor, row.creditedSecondMinor]);
  expect(credited({ from: day('2026-03-02') })).toEqual([]);
  expect(credited({ from: day('2026-01-01'), to: day('2026-02-28') })).toEqual(tags.map(() => [0, 0]));
  expect(credited({ from: day('2026-03-01'), to: day('2026-03-01') })[1]).toEqual([3333, 5000]);
});
