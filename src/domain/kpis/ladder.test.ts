import { day, makeDeal, makeInvolvement } from '#test/make';
import { columnsOf } from '../columns.ts';
import { defaultSettings } from '../settings.ts';
import { tiers, type Tier } from '../vocabulary.ts';
import { founded } from './foundations.ts';
import { ladderMoves, levelOf } from './ladder.ts';
import { answerOf } from './tally.ts';

it.each<[string, number[], Tier | null]>([
  ['the highest tier with enough deals', [0, 2, 1, 0], 'co_sell'],
  ['the highest of several with enough', [2, 2, 3, 0], 'source'],
  ['the first step', [2, 0, 0, 1], 'assist'],
  ['the last step', [0, 0, 0, 2], 'joint_solution'],
  ['none', [1, 1, 1, 1], null],
])('a level is %s', (_, deals, level) => {
  expect(levelOf(Int32Array.from(deals), 0, 2)).toBe(level);
});

it('is of one partner alone, and none of a partner that nobody knows', () => {
  const counts = Int32Array.from([1, 0, 0, 0, 5, 5, 0, 0]);
  expect([0, 1, -1, 2].map((partner) => levelOf(counts, partner, 2))).toEqual([null, 'co_sell', null, null]);
});

describe('moves on the ladder', () => {
  const asOf = day('2026-06-30');
  /** Two deals of a partner at a tier, tagged so many days before the as-of day. */
  const two = (partnerId: string, tier: Tier, age: number) =>
    [0, 1].map((dealId) =>
      makeInvolvement({
        id: `${partnerId} ${tier} ${dealId}`,
        dealId,
        partnerId,
        tier,
        taggedAt: (asOf - age) * 86_400_000,
      }),
    );
  const movesOf = (...involvements: ReturnType<typeof makeInvolvement>[]) => {
    const deals = [0, 1].map((id) => makeDeal({ id, createdAt: 0 }));
    const settings = { ...defaultSettings, ladderDeals: 2 };
    const question = { asOf, from: null, to: null, pipelines: [], settings };
    return answerOf(founded(ladderMoves), columnsOf({ deals, involvements, companies: [] }), question).map(
      ({ id, value }) => [id, value],
    );
  };
  it('are counted up and down, partners that stay left aside', () => {
    const moves = movesOf(
      ...two('1', 'assist', 10),
      ...two('2', 'assist', 200),
      ...two('2', 'source', 10),
      ...two('3', 'source', 370),
      ...['4', '5', '6'].flatMap((id) => two(id, 'co_sell', 200)),
    );
    expect(moves).toEqual([
      ['K41.promoted', 2],
      ['K41.demoted', 1],
    ]);
  });
  it('are made by confirmed tags alone', () => {
    const proposed = two('1', 'source', 10).map((tag) => ({ ...tag, status: 'proposed' as const }));
    expect(movesOf(...proposed).map(([, value]) => value)).toEqual([0, 0]);
  });
  it.each<[string, number, readonly [number, number]]>([
    ['in the quarter', 90, [1, 0]],
    ['before the quarter', 91, [0, 0]],
    ['still within the year', 364, [0, 0]],
    ['gone after a year', 365, [0, 1]],
    ['in the year before the quarter', 455, [0, 1]],
    ['before that', 456, [0, 0]],
  ])('know tags made %s', (_, age, expected) => {
    expect(movesOf(...two('1', tiers[0], age)).map(([, value]) => value)).toEqual(expected);
  });
});
