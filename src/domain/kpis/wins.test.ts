import { at, day, makeCompany, makeDeal, makeInvolvement, makeQuestion } from '#test/make';
import { columnsOf } from '../columns.ts';
import type { CompanyRow, DealRow, InvolvementRow } from '../rows.ts';
import { defaultSettings } from '../settings.ts';
import type { Arm } from './kpi.ts';
import { tierMix } from './maturity.ts';
import { portfolioKpis } from './portfolio.ts';
import type { Question } from './question.ts';

const question = makeQuestion();
interface World {
  readonly deals: DealRow[];
  readonly involvements?: InvolvementRow[];
  readonly companies?: CompanyRow[];
}
const kpisFor = ({ deals, involvements = [], companies = [] }: World, asked: Partial<Question> = {}) => {
  const kpis = portfolioKpis(columnsOf({ deals, involvements, companies }), { ...question, ...asked });
  return (id: string, arm: Arm = 'all') => kpis.find((kpi) => kpi.id === id && kpi.arm === arm)!;
};
const wonOn = (iso: string, row: Partial<DealRow>): DealRow =>
  makeDeal({ outcome: 'won', closeAt: at(iso), ...row });

describe('net-new logos', () => {
  const deals = [
    wonOn('2026-02-01', { id: 1 }),
    wonOn('2026-03-01', { id: 2 }),
    wonOn('2026-03-01', { id: 3, account: '901', pipeline: 'renewals' }),
    wonOn('2026-04-01', { id: 4, account: '901' }),
    wonOn('2026-04-01', { id: 5, account: null }),
  ];
  it('are first wins of an account: one per account, none without an account', () => {
    expect(kpisFor({ deals })('K15').value).toBe(2);
  });
  it('are not made by a filter: a customer of another pipeline is known', () => {
    expect(kpisFor({ deals }, { pipelines: ['default'] })('K15').value).toBe(1);
    expect(kpisFor({ deals }, { from: day('2026-03-01') })('K15').value).toBe(1);
  });
  it('ignore the pipelines that the program leaves out', () => {
    const settings = { ...defaultSettings, pipelines: ['default'] };
    expect(kpisFor({ deals }, { settings })('K15').value).toBe(2);
  });
  it('count one of two wins in the same minute', () => {
    const twins = [wonOn('2026-02-01', { id: 1 }), wonOn('2026-02-01', { id: 2 })];
    const of = kpisFor({ deals: twins, involvements: [makeInvolvement({ dealId: 2 })] });
    expect([of('K15').value, of('K15', 'partner').value]).toEqual([1, 0]);
  });
});

it('counts new segments by industry, region and both, never an unknown one', () => {
  const companies = [
    makeCompany({ id: '900', industry: 'Retail', region: 'Austria' }),
    makeCompany({ id: '901', industry: 'Retail' }),
  ];
  const deals = [
    wonOn('2026-02-01', { id: 1, account: '901' }),
    wonOn('2026-03-01', { id: 2, account: '900' }),
  ];
  const of = kpisFor({ deals, companies, involvements: [makeInvolvement({ dealId: 2 })] });
  // Retail was opened without a partner; Austria, and retail in Austria, with one.
  expect(of('K17').value).toBe(2);
  expect(of('K17.share')).toMatchObject({ value: null, n: 3, reason: 'too_few' });
});

it('tells deals that went nowhere from those lost to something else', () => {
  const reasons = ['No budget', 'no_decision', 'Bad timing', 'Competitor', null];
  const deals = reasons.map((lossReason, id) =>
    makeDeal({ id, outcome: 'lost', closeAt: at('2026-02-01'), lossReason }),
  );
  const of = kpisFor({ deals });
  expect([of('K13').value, of('K13.blank').value]).toEqual([0.6, 0.2]);
  const blank = deals.map((deal) => ({ ...deal, lossReason: null }));
  expect(kpisFor({ deals: blank })('K13')).toMatchObject({ value: null, reason: 'not_recorded' });
});

it('finds full-stack deals by functions or a joint solution, and what several partners did', () => {
  const deals = [1, 2, 3].map((id) => wonOn('2026-02-01', { id, account: `a${id}` }));
  const companies = [makeCompany({ id: '88', partnerType: 'isv' })];
  const involvements = [
    makeInvolvement({ roles: ['originator', 'solution_design'] }),
    makeInvolvement({ partnerId: '89', roles: ['implementation'] }),
    makeInvolvement({ dealId: 2, tier: 'joint_solution' }),
    makeInvolvement({
      dealId: 3,
      partnerId: '89',
      roles: ['introducer', 'solution_design', 'implementation'],
    }),
  ];
  const of = kpisFor({ deals, involvements, companies });
  expect(of('K30').value).toBe(2);
  expect(of('K31')).toMatchObject({ value: 100_000, n: 1 });
  expect(of('K29.mean')).toMatchObject({ value: 4 / 3, n: 3 });
});

it('keeps expansion with partners apart', () => {
  const deals = [
    wonOn('2026-02-01', { id: 1, dealType: 'existingbusiness' }),
    wonOn('2026-02-01', { id: 2 }),
    wonOn('2026-02-01', { id: 3, dealType: 'existingbusiness' }),
  ];
  const involvements = [makeInvolvement(), makeInvolvement({ dealId: 2 })];
  expect(kpisFor({ deals, involvements })('K28')).toMatchObject({ value: 100_000, n: 1 });
});

it('leaves foreign, missing and negative amounts out of sizes and takes them as 0 in sums', () => {
  const deals = [
    wonOn('2026-02-01', { id: 1, amountMinor: 300 }),
    wonOn('2026-02-01', { id: 2, amountMinor: -100 }),
    wonOn('2026-02-01', { id: 3, amountMinor: null }),
    wonOn('2026-02-01', { id: 4, amountMinor: 700, foreignAmount: true }),
  ];
  const of = kpisFor({ deals });
  expect(of('won.amount')).toMatchObject({ value: 300, n: 4 });
  expect(of('K26')).toMatchObject({ value: 300, n: 1 });
});

it('gives velocity as an index of the created cohort: 10 deals, 60 %, 350.00, 30 days make 70.00 a day', () => {
  const deals = Array.from({ length: 10 }, (_, id) =>
    makeDeal({ id, outcome: id < 6 ? 'won' : 'lost', closeAt: at('2026-01-31'), amountMinor: 35_000 }),
  );
  expect(kpisFor({ deals })('K23').value).toBeCloseTo(7000, 9);
  expect(kpisFor({ deals: [] })('K23')).toMatchObject({ value: null, reason: 'no_denominator' });
});

it('mixes tiers by the month of creation, each deal once at its highest confirmed tier', () => {
  const deals = [makeDeal({ id: 1 }), makeDeal({ id: 2, createdAt: at('2026-02-01') })];
  const involvements = [
    makeInvolvement(),
    makeInvolvement({ partnerId: '89', tier: 'source' }),
    makeInvolvement({ partnerId: '90', tier: 'joint_solution', status: 'proposed' }),
    makeInvolvement({ dealId: 2, taggedAt: at('2026-02-02') }),
  ];
  expect(tierMix(columnsOf({ deals, involvements, companies: [] }), question)).toEqual([
    { month: '2026-01', tier: 'source', deals: 1 },
    { month: '2026-02', tier: 'assist', deals: 1 },
  ]);
});
