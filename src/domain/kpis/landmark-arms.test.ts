import { at, day, makeCompany, makeDeal, makeInvolvement, makeQuestion } from '#test/make';
import { columnsOf } from '../columns.ts';
import type { DealRow, InvolvementRow } from '../rows.ts';
import { defaultSettings } from '../settings.ts';
import { comparisonOf, type ComparisonChoice } from './comparison-of.ts';
import type { Question } from './question.ts';

const msPerDay = 86_400_000;
const question = makeQuestion({
  settings: { ...defaultSettings, strata: ['region'], landmarkStage: 'trial' },
});
const companies = [
  makeCompany({ id: '900', region: 'Austria' }),
  makeCompany({ id: '901', region: 'Spain' }),
];
const trial = at('2026-02-01');
const closed = at('2026-03-01');

/** Deals that reached the landmark on 2026-02-01 and were won for 1.00 on 2026-03-01. */
const won = (from: number, count: number, row: Partial<DealRow> = {}): DealRow[] =>
  Array.from({ length: count }, (_, i) =>
    makeDeal({
      id: from + i,
      outcome: 'won',
      closeAt: closed,
      amountMinor: 100,
      answer: 'none',
      stage: 'won',
      stageEnteredAt: { first: at('2026-01-05'), trial },
      ...row,
    }),
  );
const tagged = (from: number, count: number, row: Partial<InvolvementRow> = {}): InvolvementRow[] =>
  Array.from({ length: count }, (_, i) =>
    makeInvolvement({ dealId: from + i, taggedAt: at('2026-01-20'), ...row }),
  );
const compared = (
  deals: readonly DealRow[],
  involvements: readonly InvolvementRow[],
  choice?: ComparisonChoice,
  asked: Partial<Question> = {},
) => comparisonOf(columnsOf({ deals, involvements, companies }), { ...question, ...asked }, choice);

describe('sizes of deals won', () => {
  /** Ten of 4.00 with a partner and ten of 1.00 without: larger by a factor of 4. */
  const partner = won(1, 10, { amountMinor: 400, answer: 'tagged' });
  const deals = [...partner, ...won(101, 10)];
  const ratioWith = (
    more: readonly DealRow[],
    tags: readonly InvolvementRow[] = [],
    choice?: ComparisonChoice,
  ) => compared([...deals, ...more], [...tagged(1, 10), ...tags], choice)!.sizeRatio?.value;

  it('are compared by their geometric means', () => {
    expect(ratioWith([])).toBeCloseTo(4, 12);
  });
  it.each<[string, Partial<DealRow>]>([
    ['that are lost', { outcome: 'lost' }],
    ['that are open', { outcome: 'open', closeAt: null }],
    ['without an amount', { amountMinor: null }],
    ['that closed when they reached the landmark', { closeAt: trial }],
    ['that never reached it', { stageEnteredAt: {} }],
    ['that do not answer', { answer: 'unanswered' }],
    ['whose tags are not confirmed', { answer: 'tagged' }],
  ])('leave out deals %s', (_, row) => {
    expect(ratioWith(won(201, 10, { amountMinor: 900, ...row }))).toBeCloseTo(4, 12);
  });
  it('count deals that do not answer as deals without a partner where that is asked for', () => {
    const silent = won(201, 10, { amountMinor: 400, answer: 'unanswered' });
    // The mean of ten of 1.00 and ten of 4.00 is 2.00.
    expect(ratioWith(silent, [], { unansweredAsNone: true })).toBeCloseTo(2, 12);
    const unconfirmed = won(301, 10, { amountMinor: 900, answer: 'tagged' });
    expect(ratioWith([...silent, ...unconfirmed], [], { unansweredAsNone: true })).toBeCloseTo(2, 12);
  });
  it('count a tag in the minute of the landmark as a partner, and a later one as none', () => {
    const late = won(201, 10, { amountMinor: 400, answer: 'tagged' });
    expect(ratioWith(late, tagged(201, 10, { taggedAt: trial }))).toBeCloseTo(4, 12);
    expect(ratioWith(late, tagged(201, 10, { taggedAt: trial + 60_000 }))).toBeCloseTo(2, 12);
  });
});

it('goes by the first confirmed tag of a deal that counts, whichever partner made it', () => {
  const tags = (first: string, second: string, row: Partial<InvolvementRow> = {}): InvolvementRow[] => [
    ...tagged(1, 1, { taggedAt: at(first) }),
    ...tagged(1, 1, { partnerId: '89', taggedAt: at(second), ...row }),
  ];
  const partnerDeals = (involvements: InvolvementRow[], asked: Partial<Question> = {}) =>
    compared(won(1, 1), involvements, {}, asked)!.partner.closed;
  expect(partnerDeals(tags('2026-01-20', '2026-02-20'))).toBe(1);
  expect(partnerDeals(tags('2026-02-20', '2026-01-20'))).toBe(1);
  expect(partnerDeals(tags('2026-02-20', '2026-02-21'))).toBe(0);
  expect(partnerDeals(tags('2026-02-20', '2026-01-20', { status: 'proposed' }))).toBe(0);
  expect(partnerDeals(tags('2026-02-20', '2026-01-20'), { partnerId: '88' })).toBe(0);
});

it('is no comparison where no deal has got to the landmark', () => {
  expect(compared(won(1, 2, { stageEnteredAt: { first: at('2026-01-05') } }), [])).toBeNull();
});

it('finds the landmark among the stages of the deal itself', () => {
  const deals = [
    ...won(1, 1, { stageEnteredAt: {} }),
    ...won(2, 1, { stageEnteredAt: { trial: at('2026-01-20'), later: at('2026-02-20') } }),
    ...won(3, 1, { stageEnteredAt: { first: at('2026-01-05') } }),
    ...won(4, 1),
  ];
  expect(compared(deals, [])).toMatchObject({ atLandmark: { reached: 2 }, excluded: { notReached: 2 } });
});

it('knows what happened up to the last minute of the as-of day', () => {
  const entering = (minute: number) =>
    compared(
      won(1, 1, { outcome: 'open', closeAt: null, stageEnteredAt: { trial: minute } }).concat(won(2, 1)),
      [],
    )!.atLandmark.reached;
  const end = day('2026-07-01') * msPerDay;
  expect(entering(end - 60_000)).toBe(2);
  expect(entering(end)).toBe(1);
});

it('leaves out deals created outside the period, and closed ones without a date', () => {
  const deals = [
    ...won(1, 2, { createdAt: at('2025-12-31') }),
    ...won(11, 4, { closeAt: null }),
    ...won(21, 8),
  ];
  const asked = { from: day('2026-01-01') };
  expect(compared(deals, [], {}, asked)).toMatchObject({ atLandmark: { reached: 8 }, none: { closed: 8 } });
});

it('is made of the strata of deals that reached the landmark, and adjusted for what was chosen', () => {
  const deals = [
    ...won(1, 1, { account: '901', stageEnteredAt: { trial: at('2026-07-20') } }),
    ...won(11, 20, { answer: 'tagged' }),
    ...won(51, 20),
  ];
  const comparison = compared(deals, tagged(11, 20))!;
  expect(comparison.stratumNames).toEqual(['Austria']);
  expect(comparison.sentence).toContain('after adjusting for region.');
});

it('knows the stage on a day also where it is the first that the portfolio holds', () => {
  const deals = won(1, 2, { stage: 'trial', stageEnteredAt: { trial: at('2026-01-05') } });
  const onDay = compared(deals, [], {}, { landmarkDay: 30 })!;
  expect(onDay.stratumNames).toEqual(['Austria, trial']);
  expect(onDay.notes).toEqual([]);
});
