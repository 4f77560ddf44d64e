import { at, day, makeCompany, makeDeal, makeInvolvement, makeQuestion } from '#test/make';
import { columnsOf } from '../columns.ts';
import type { DealRow, InvolvementRow } from '../rows.ts';
import { defaultSettings } from '../settings.ts';
import { roles, type PartnerType, type Role } from '../vocabulary.ts';
import { portfolioKpis } from './portfolio.ts';
import type { Question } from './question.ts';

const question = makeQuestion({
  from: day('2026-01-01'),
  to: day('2026-03-31'),
});
const companies = [
  makeCompany({ id: '90', partnerType: 'isv' }),
  makeCompany({ id: '91', partnerType: 'si' }),
];
const kpisFor = (deals: DealRow[], involvements: InvolvementRow[], asked: Partial<Question> = {}) => {
  const kpis = portfolioKpis(columnsOf({ deals, involvements, companies }), { ...question, ...asked });
  return (id: string) => kpis.find((kpi) => kpi.id === id && kpi.arm === 'all')!;
};
const inPeriod = at('2026-02-01');
const won = (id: number, row: Partial<DealRow> = {}): DealRow =>
  makeDeal({ id, outcome: 'won', closeAt: inPeriod, amountMinor: 1000 * id, ...row });
const tag = (dealId: number, partnerId: string, row: Partial<InvolvementRow> = {}): InvolvementRow =>
  makeInvolvement({ dealId, partnerId, ...row });
const joint = { tier: 'joint_solution' } as const;
const before = { createdAt: at('2025-12-01') };
const existing = { dealType: 'existingbusiness' };

describe('what several partners did', () => {
  const deals = [
    won(1),
    won(2),
    won(3, { outcome: 'lost' }),
    won(4, existing),
    won(5, { closeAt: at('2026-04-10') }),
    won(6, { ...before, ...existing }),
    won(7, existing),
    won(8),
    makeDeal({ id: 9, amountMinor: 9000, ...existing }),
    won(10, { outcome: 'lost', ...existing }),
    won(11, { outcome: 'lost' }),
    won(12, { closeAt: at('2026-04-10'), ...existing }),
  ];
  const involvements = [
    // Sells, delivers and brings the technology: full-stack without a joint solution.
    tag(1, '88', { roles: ['originator'] }),
    tag(1, '89', { roles: ['implementation'] }),
    tag(1, '90', { roles: ['solution_design'] }),
    tag(2, '88', joint),
    tag(2, '89', { status: 'proposed' }),
    // Lost, proposed only, and won after the period.
    tag(3, '88', joint),
    tag(3, '89', joint),
    tag(4, '88', { ...joint, status: 'proposed' }),
    tag(5, '88', joint),
    // Two functions of one partner, on a deal from before the period.
    tag(6, '88', { roles: ['originator'] }),
    tag(6, '89', { roles: ['implementation'] }),
    // The same partner twice.
    tag(8, '88', { id: 'one' }),
    tag(8, '88', { id: 'two' }),
    tag(9, '88'),
    tag(10, '88', { status: 'proposed' }),
    tag(12, '88'),
  ];
  it('is counted over deals created in the period, each partner once', () => {
    const of = kpisFor(deals, involvements);
    // Attached: 1 to 5, 8, 9, 10 and 12; of these 1 and 3 with several.
    expect(of('K29')).toMatchObject({ value: 2 / 9, n: 9 });
    // Confirmed: 1 with three partners, 3 with two, and 2, 5, 8, 9 and 12 with one.
    expect(of('K29.mean')).toMatchObject({ value: 10 / 7, n: 7 });
  });
  it('is full-stack, joint or expansion where it was won in the period', () => {
    const of = kpisFor(deals, involvements);
    expect(of('K30')).toMatchObject({ value: 2 });
    // Won in the period with a confirmed partner: 1, 2, 6 and 8.
    expect(of('K30.share')).toMatchObject({ value: null, n: 4, reason: 'too_few' });
    expect(of('K31')).toMatchObject({ value: 2000, n: 1 });
    // Won in the period at all: 1, 2, 4, 6, 7 and 8.
    expect(of('K31.share')).toMatchObject({ value: 2 / 28, n: 6 });
    // With a partner, also a proposed one: 4 and 6.
    expect(of('K28')).toMatchObject({ value: 10_000, n: 2 });
  });
  it('has a share of full-stack deals from five wins on', () => {
    const more = [...deals, won(13)];
    expect(kpisFor(more, [...involvements, tag(13, '88')])('K30.share')).toMatchObject({ value: 0.4, n: 5 });
  });
  it('is no joint solution of the partner that is asked about where another one brought it', () => {
    const shared = [tag(2, '88'), tag(2, '89', joint)];
    expect(kpisFor(deals, shared, { partnerId: '88' })('K31')).toMatchObject({ value: 0, n: 0 });
    expect(kpisFor(deals, shared, { partnerId: '89' })('K31')).toMatchObject({ value: 2000, n: 1 });
  });
});

it('has no mean of partners where no deal has a confirmed one', () => {
  const of = kpisFor([won(1)], [tag(1, '88', { status: 'proposed' })]);
  expect(of('K29.mean')).toMatchObject({ value: null, n: 0, reason: 'no_denominator' });
});

describe('functions of a full stack', () => {
  /** How many functions the roles of one partner make, found by what is asked for. */
  const functionsOf = (held: readonly Role[], partnerType: PartnerType | null): number =>
    [1, 2, 3, 4].filter((fullStackFunctions) => {
      const columns = columnsOf({
        deals: [won(1)],
        involvements: [tag(1, '88', { roles: held })],
        companies: [makeCompany({ id: '88', partnerType })],
      });
      const settings = { ...defaultSettings, fullStackFunctions };
      return portfolioKpis(columns, { ...question, settings }).some(
        ({ id, value }) => id === 'K30' && value === 1,
      );
    }).length;
  it.each<[readonly Role[], PartnerType | null, number]>([
    [[], 'isv', 0],
    [['reference', 'other'], 'si', 0],
    [['originator'], 'si', 1],
    [['introducer'], 'si', 1],
    [['champion_access'], 'si', 1],
    [['commercial'], 'si', 1],
    [['reseller_of_record'], 'si', 1],
    [['marketplace_listing'], 'si', 1],
    [['implementation'], 'si', 1],
    [['managed_service'], 'si', 1],
    [['technical_validation'], 'si', 1],
    [['solution_design'], 'isv', 1],
    [['solution_design'], 'si', 0],
    [['solution_design'], null, 0],
    [['technical_validation', 'solution_design'], 'isv', 1],
    [['implementation', 'managed_service'], null, 2],
    [roles, 'isv', 4],
    [['originator', 'reference', 'solution_design', 'managed_service'], 'isv', 3],
  ])('%j of the type %s cover %i', (held, partnerType, count) => {
    expect(functionsOf(held, partnerType)).toBe(count);
  });
});
