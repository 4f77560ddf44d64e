import { advancedDeals, anyTime, atStage, nullWorld, tenPointWorld, type World } from '#test/soak/worlds';
import { moverRatio } from '../stats/mover-ratio.ts';
import { compareArms } from './compare-arms.ts';
import { dayLandmark } from './day-landmark.ts';
import { landmark } from './landmark.ts';

const wording = { landmark: 'Evaluate', adjustedFor: ['segment'] };
const asOf = 1e13;
const deals = 200_000;

const compareAtStage = (world: World, stage: number) =>
  compareArms(landmark(atStage(world, stage), { asOf }), wording);

const compareOnDay = (world: World, day: number, withStage: boolean) => {
  const at = dayLandmark({ ...world, stageEnteredAt: withStage ? world.stageEnteredAt : [] }, day);
  return compareArms(landmark({ ...world, ...at, firstTaggedAt: world.taggedAt }, { asOf }), wording);
};

function naiveRatio({ taggedAt, outcome }: World): number {
  const counts = { won: [0, 0], closed: [0, 0] };
  taggedAt.forEach((instant, i) => {
    const arm = Number.isNaN(instant) ? 1 : 0;
    counts.closed[arm]!++;
    if (outcome[i] === 1) counts.won[arm]!++;
  });
  return moverRatio(counts.won[0]!, counts.closed[0]!, counts.won[1]!, counts.closed[1]!)!.value;
}

describe('partners who change nothing and join at any time', () => {
  const world = nullWorld(deals, anyTime, 1);

  it('seem to win 2.4 times as often in the naive comparison', () => {
    expect(naiveRatio(world)).toBeCloseTo(2.38, 1);
  });

  it.each([2, 3, 4])('win as often as others from the entry to stage %i on', (stage) => {
    const { headline, verdict } = compareAtStage(world, stage);
    expect(Math.abs(headline!.ratio!.value - 1)).toBeLessThan(0.03);
    expect(verdict).toBe('no_clear_difference');
  });
});

describe('partners who change nothing and are brought into advanced deals', () => {
  const world = nullWorld(deals, advancedDeals, 2);

  it('seem to win 4.7 times as often in the naive comparison', () => {
    expect(naiveRatio(world)).toBeCloseTo(4.68, 0);
  });

  it.each([2, 3, 4])('win as often as others from the entry to stage %i on', (stage) => {
    const { headline, verdict } = compareAtStage(world, stage);
    expect(Math.abs(headline!.ratio!.value - 1)).toBeLessThan(0.03);
    expect(verdict).toBe('no_clear_difference');
  });

  it('still look better from day 30 on where the stage on that day is ignored', () => {
    expect(compareOnDay(world, 30, false).headline!.ratio!.value).toBeGreaterThan(1.15);
  });

  it('win as often as others from day 30 on within the stages of that day', () => {
    expect(Math.abs(compareOnDay(world, 30, true).headline!.ratio!.value - 1)).toBeLessThan(0.03);
  });
});

it('partners who add ten points are found to add ten, though the crude difference hides it', () => {
  const { headline, crude, verdict, eValue } = compareAtStage(tenPointWorld(deals, 3), 2);
  expect(verdict).toBe('higher');
  expect(headline!.difference.value).toBeCloseTo(0.1, 2);
  expect(crude.difference!.value).toBeLessThan(0.02);
  expect(eValue!.ofInterval).toBeGreaterThan(1);
});

it('partners in segments that take longer do not seem to slow deals down', () => {
  const world = tenPointWorld(deals, 4);
  const { daysSaved } = compareAtStage(world, 2);
  const crude = compareAtStage({ ...world, stratum: new Int32Array(deals) }, 2).daysSaved!;
  expect(crude.days).toBeLessThan(-10);
  expect(Math.abs(daysSaved!.days)).toBeLessThan(0.5);
});
