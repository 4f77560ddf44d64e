import { at, day, makeDeal, makeInvolvement, makeQuestion } from '#test/make';
import { columnsOf } from '../columns.ts';
import type { Tier } from '../vocabulary.ts';
import { partnerSelector, select, selector } from './selection.ts';
import { isConfirmed, isMatched } from './standing.ts';

const question = makeQuestion({
  from: day('2026-01-01'),
});

/**
 * Deal 1: a confirmed assist and a proposed source that is the origin. Deal 2: a confirmed co-sell, lost. Deal 3: no
 * partner. Deal 4: a rejected assist. Deal 5: a confirmed source, created before the period.
 */
const columnsHere = () =>
  columnsOf({
    deals: [
      makeDeal({ id: 1 }),
      makeDeal({ id: 2, outcome: 'lost', closeAt: at('2026-02-01') }),
      makeDeal({ id: 3, answer: 'none' }),
      makeDeal({ id: 4 }),
      makeDeal({ id: 5, createdAt: at('2025-12-01') }),
    ],
    involvements: [
      makeInvolvement({ dealId: 1, partnerId: '88' }),
      makeInvolvement({ dealId: 1, partnerId: '89', tier: 'source', status: 'proposed', origin: true }),
      makeInvolvement({ dealId: 2, partnerId: '88', tier: 'co_sell' }),
      makeInvolvement({ dealId: 4, partnerId: '88', status: 'rejected' }),
      makeInvolvement({ dealId: 5, partnerId: '89', tier: 'source' }),
    ],
    companies: [],
  });
const partnersAt = (tier: Tier | null) => partnerSelector(tier)(select(columnsHere(), question));

it.each<[Tier | null, number[], number[], number[]]>([
  // Rows of the deals; class: 1 assisted, 2 co-sold, 3 sourced; confirmed.
  [null, [0, 1, 4], [3, 2, 2], [1, 1, 1]],
  ['assist', [0], [1], [1]],
  ['co_sell', [1], [2], [1]],
  ['source', [0, 4], [3, 2], [0, 1]],
  ['joint_solution', [], [], []],
])(
  'selects partner deals at the tier %s as if the question asked for it',
  (tier, rows, classes, confirmed) => {
    const selection = partnersAt(tier);
    expect([...selection.rows]).toEqual(rows);
    expect([...selection.dealClass]).toEqual(classes);
    expect([...selection.confirmed]).toEqual(confirmed);
    expect(selection.arm.every((code) => code === 1)).toBe(true);
    const asked = tier === null ? question : { ...question, tier };
    const direct = select(columnsHere(), asked, { partnerOnly: true });
    for (const name of [
      'rows',
      'outcome',
      'arm',
      'dealClass',
      'confirmed',
      'answered',
      'inCreated',
      'inClosed',
    ] as const) {
      expect(selection[name]).toEqual(direct[name]);
    }
    expect(selection.standing).toEqual(direct.standing);
  },
);

it('gives figures of the partner arm alone', () => {
  expect(partnersAt('source')).toMatchObject({ arms: ['partner'], programArm: 'partner' });
});

it('leaves tags of other tiers confirmed: they take their part of the credit', () => {
  const { standing } = partnersAt('source');
  expect(standing[0]! & (isConfirmed | isMatched)).toBe(isConfirmed);
});

it('has room for a chunk of fewer deals and more tags', () => {
  const chunkOf = (deals: number, tags: number) =>
    columnsOf({
      deals: Array.from({ length: deals }, (_, id) => makeDeal({ id })),
      involvements: Array.from({ length: tags }, (_, i) => makeInvolvement({ dealId: 0, partnerId: `${i}` })),
      companies: [],
    });
  const selected = selector(question);
  selected(chunkOf(3, 0));
  const { rows, arm, standing } = selected(chunkOf(1, 4));
  expect([rows.length, arm[0]]).toEqual([1, 1]);
  expect(standing.length).toBeGreaterThanOrEqual(4);
});
