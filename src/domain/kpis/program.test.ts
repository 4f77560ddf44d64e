import { at, day, makeCompany, makeDeal, makeInvolvement } from '#test/make';
import { columnsOf } from '../columns.ts';
import type { CompanyRow, DealRow, InvolvementRow } from '../rows.ts';
import { defaultSettings, type ProgramSettings } from '../settings.ts';
import type { Arm } from './kpi.ts';
import { portfolioKpis } from './portfolio.ts';
import type { Question } from './question.ts';

const asOf = day('2026-06-30');
interface World {
  readonly deals: DealRow[];
  readonly involvements?: InvolvementRow[];
  readonly companies?: CompanyRow[];
}
const columnsFor = ({ deals, involvements = [], companies = [] }: World) =>
  columnsOf({ deals, involvements, companies });
const questionOf = (settings: Partial<ProgramSettings>, asked: Partial<Question> = {}): Question => ({
  asOf,
  from: null,
  to: null,
  pipelines: [],
  settings: { ...defaultSettings, ...settings },
  ...asked,
});
const kpisFor = (world: World, question: Question = questionOf({})) => {
  const kpis = portfolioKpis(columnsFor(world), question);
  return (id: string, arm: Arm = 'all') => kpis.find((kpi) => kpi.id === id && kpi.arm === arm)!;
};

describe('open pipeline', () => {
  const open = makeDeal({ closeAt: at('2026-08-01'), weightedMinor: 40_000 });
  const world = {
    deals: [open, { ...open, id: 2, closeAt: at('2027-01-01') }, { ...open, id: 3, weightedMinor: null }],
    involvements: [makeInvolvement(), makeInvolvement({ dealId: 2 })],
  };
  it('covers the target with what partners are due to close in the period', () => {
    const period = { from: day('2026-07-01'), to: day('2026-09-30') };
    const of = kpisFor(world, questionOf({ pipelineTargetMinor: 400_000 }, period));
    expect(of('K07')).toMatchObject({ value: 0.25, n: 1 });
    expect(kpisFor(world)('K07')).toMatchObject({ value: null, reason: 'no_target' });
  });
  it('weighs by probability where the CRM states it', () => {
    expect(kpisFor(world)('K08')).toMatchObject({ value: 80_000, n: 2 });
    expect(kpisFor(world)('K08', 'unanswered')).toMatchObject({ value: null, reason: 'not_recorded' });
  });
  it('is covered by partners that have not left', () => {
    const deals = [1, 2, 3, 4, 5].map((id) => makeDeal({ id, account: `a${id}` }));
    const involvements = [
      makeInvolvement(),
      makeInvolvement({ dealId: 2, exitedOn: day('2026-03-01') }),
      makeInvolvement({ dealId: 3, exitedOn: day('2026-07-01') }),
    ];
    const of = kpisFor({ deals, involvements });
    expect([of('K06').value, of('K06.deals').value]).toEqual([0.4, 0.4]);
  });
});

describe('partners of the program', () => {
  const partner = (id: string, onboarded: string): CompanyRow =>
    makeCompany({ id, partnerType: 'si', onboardedOn: day(onboarded) });
  const companies = ['1', '2', '3', '4', '5'].map((id) => partner(id, '2025-01-01'));
  const involvements = [
    makeInvolvement({ dealId: 1, partnerId: '1', taggedAt: at('2025-02-01') }),
    makeInvolvement({ dealId: 2, partnerId: '2', taggedAt: at('2026-06-01') }),
    makeInvolvement({ dealId: 3, partnerId: '6', taggedAt: at('2025-01-01') }),
  ];
  const deals = [1, 2, 3].map((id) => makeDeal({ id, createdAt: at('2025-01-01') }));
  const of = kpisFor({ deals, involvements, companies: [...companies, partner('6', '2026-06-01')] });

  it('are activated within the days set, partners too young for that left aside', () => {
    expect(of('K37')).toMatchObject({ value: 0.2, n: 5 });
  });
  it('take their time to the first deal, those without one followed up', () => {
    // After 0, 31 and 516 days; three still without one after 545.
    expect(of('K38')).toMatchObject({ value: expect.closeTo((516 + 545) / 2, 9), n: 6 });
  });
  it('are active or dormant by their last confirmed tag', () => {
    expect([of('K39').value, of('K39.dormant').value]).toEqual([1, 2]);
  });
  it('are promoted and demoted by the quarter', () => {
    const rising = ['2026-05-01', '2026-06-01'].map((on, i) =>
      makeInvolvement({ dealId: i + 1, partnerId: '1', tier: 'co_sell', taggedAt: at(on) }),
    );
    const falling = ['2025-05-01', '2025-06-01'].map((on, i) =>
      makeInvolvement({ dealId: i + 1, partnerId: '2', tier: 'source', taggedAt: at(on) }),
    );
    const moves = kpisFor({ deals, involvements: [...rising, ...falling] });
    expect([moves('K41.promoted').value, moves('K41.demoted').value]).toEqual([1, 1]);
  });
  it('have no activation where nobody has an onboarding day', () => {
    expect(kpisFor({ deals, involvements })('K37')).toMatchObject({ value: null, reason: 'not_recorded' });
  });
});

describe('return on cost', () => {
  const deals = [
    makeDeal({ id: 1, outcome: 'won', closeAt: at('2026-05-01'), amountMinor: 1_000_000 }),
    makeDeal({ id: 2, outcome: 'won', closeAt: at('2024-05-01'), amountMinor: 9_000_000 }),
    makeDeal({ id: 3, outcome: 'won', closeAt: at('2026-05-01'), amountMinor: 400_000, answer: 'none' }),
  ];
  const world = { deals, involvements: [makeInvolvement(), makeInvolvement({ dealId: 2 })] };
  const costs = { programCostMinor: 200_000, directCostMinor: 100_000, grossMargin: 0.7 };

  it('takes the trailing twelve months where no first day is asked for', () => {
    const of = kpisFor(world, questionOf(costs));
    expect(of('K43.100').value).toBeCloseTo(2.5, 12);
    expect(of('K43.40').value).toBeCloseTo(0.4, 12);
    expect(of('K44').value).toBeCloseTo(500_000, 6);
    expect(of('K45').value).toBeCloseTo(0.2, 12);
    expect(of('K45.direct').value).toBeCloseTo(0.25, 12);
  });
  it('takes a year of cost for a year, and a part of it for a part', () => {
    const half = { from: asOf - 72, to: asOf };
    expect(kpisFor(world, questionOf(costs, half))('K45').value).toBeCloseTo(0.04, 12);
  });
  it('says what is missing where no cost is set', () => {
    expect(kpisFor(world)('K43.100')).toMatchObject({ value: null, reason: 'no_cost' });
  });
});
