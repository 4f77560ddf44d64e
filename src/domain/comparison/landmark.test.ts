import { toRiskTable } from '../stats/risk-table.ts';
import { dayLandmark } from './day-landmark.ts';
import { landmark, type LandmarkColumns } from './landmark.ts';
import type { DealAtLandmark } from './landmark-sorting.ts';

const day = 86_400_000;
const asOf = 400 * day;

const won = (said: Partial<DealAtLandmark> = {}): DealAtLandmark => ({
  reachedAt: 30 * day,
  firstTaggedAt: NaN,
  outcome: 1,
  closedAt: 90 * day,
  answer: 1,
  stratum: 0,
  ...said,
});
const tagged = (onDay: number, said: Partial<DealAtLandmark> = {}) =>
  won({ firstTaggedAt: onDay * day, answer: 2, ...said });

const columnsOf = (deals: readonly DealAtLandmark[]): LandmarkColumns => ({
  reachedAt: Float64Array.from(deals, (deal) => deal.reachedAt),
  firstTaggedAt: Float64Array.from(deals, (deal) => deal.firstTaggedAt),
  outcome: Uint8Array.from(deals, (deal) => deal.outcome),
  closedAt: Float64Array.from(deals, (deal) => deal.closedAt),
  answer: Uint8Array.from(deals, (deal) => deal.answer),
  stratum: Int32Array.from(deals, (deal) => deal.stratum),
});
const sort = (...deals: DealAtLandmark[]) => landmark(columnsOf(deals), { asOf });
const nothing = { notReached: 0, closedBefore: 0, unanswered: 0, unconfirmed: 0 };

it('a tag made at the landmark counts, a tag a moment later does not', () => {
  const atOnce = sort(tagged(30));
  expect(atOnce.strata).toEqual([{ stratum: 0, partnerWon: 1, partnerClosed: 1, noneWon: 0, noneClosed: 0 }]);
  const later = sort(tagged(30 + 1 / day));
  expect(later.strata).toEqual([{ stratum: 0, partnerWon: 0, partnerClosed: 0, noneWon: 1, noneClosed: 1 }]);
});

it('a late tag is counted, and its deal stays among those without a partner', () => {
  const arms = sort(tagged(10), tagged(40), won());
  expect(arms).toMatchObject({ reached: 3, answered: 3, tagged: 2, taggedLate: 1, excluded: nothing });
  expect(arms.strata[0]).toMatchObject({ partnerClosed: 1, noneClosed: 2 });
});

it('a deal that closed before the landmark is out, tagged or not', () => {
  const arms = sort(won({ closedAt: 20 * day }), tagged(10, { closedAt: 30 * day, outcome: 2 }));
  expect(arms.excluded).toEqual({ ...nothing, closedBefore: 2 });
  expect(arms).toMatchObject({ strata: [], reached: 0, tagged: 0 });
});

it('a deal that never got there, or only after the as-of day, is out', () => {
  const arms = sort(won({ reachedAt: NaN }), won({ reachedAt: asOf + 1, outcome: 0, closedAt: NaN }));
  expect(arms.excluded).toEqual({ ...nothing, notReached: 2 });
});

it('an unanswered deal is in no arm, but in the arm without partners for the sensitivity check', () => {
  const unanswered = won({ answer: 0 });
  expect(sort(unanswered)).toMatchObject({
    reached: 1,
    answered: 0,
    excluded: { unanswered: 1 },
    strata: [],
  });
  const sensitive = landmark(columnsOf([unanswered]), { asOf, unansweredAsNone: true });
  expect(sensitive).toMatchObject({ answered: 0, excluded: nothing, strata: [{ noneClosed: 1 }] });
});

it('a deal whose tags are all unconfirmed is in no arm', () => {
  const arms = sort(won({ answer: 2 }));
  expect(arms).toMatchObject({ reached: 1, answered: 1, excluded: { unconfirmed: 1 }, strata: [] });
});

it('a confirmed tag outweighs the answer "no partner"', () => {
  expect(sort(tagged(10, { answer: 1 })).strata[0]!.partnerClosed).toBe(1);
});

it('an open deal is followed to the as-of day, and so is one that closes after it', () => {
  const arms = sort(won({ outcome: 0, closedAt: 500 * day }), won({ closedAt: asOf + day }));
  expect(arms.strata).toEqual([]);
  expect(toRiskTable(arms.followUps[0]!.none)).toEqual({
    day: Int32Array.of(370),
    atRisk: Int32Array.of(2),
    won: Int32Array.of(0),
    lost: Int32Array.of(0),
  });
});

it('follow-up starts at the landmark', () => {
  expect(toRiskTable(sort(tagged(10)).followUps[0]!.partner).day).toEqual(Int32Array.of(60));
});

it('strata are kept apart, however large their numbers', () => {
  const codes = sort(won({ stratum: 3 }), won({ stratum: 5000, outcome: 2 }), tagged(1, { stratum: 5000 }));
  expect(codes.strata).toEqual([
    { stratum: 3, partnerWon: 0, partnerClosed: 0, noneWon: 1, noneClosed: 1 },
    { stratum: 5000, partnerWon: 1, partnerClosed: 1, noneWon: 0, noneClosed: 1 },
  ]);
});

it('on a day landmark the stage of that day is part of the stratum', () => {
  const { reachedAt, stratum } = dayLandmark(
    {
      createdAt: Float64Array.of(0, 0, 5 * day, 0),
      stageEnteredAt: [
        Float64Array.of(0, 0, 5 * day, NaN),
        Float64Array.of(14 * day, 15 * day, 19 * day, NaN),
      ],
      stratum: Int32Array.of(1, 1, 0, 2),
    },
    14,
  );
  expect([...reachedAt]).toEqual([14 * day, 14 * day, 19 * day, 14 * day]);
  expect([...stratum]).toEqual([1 * 3 + 2, 1 * 3 + 1, 0 * 3 + 2, 2 * 3]);
});
