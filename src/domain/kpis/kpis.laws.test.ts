import fc from 'fast-check';
import { day, makeCompany, makeDeal, makeInvolvement } from '#test/make';
import { accountKpis } from '../account.ts';
import { columnsOf } from '../columns.ts';
import { creditModels } from '../credit.ts';
import type { CompanyRow, DealRow, InvolvementRow } from '../rows.ts';
import { defaultSettings } from '../settings.ts';
import { involvementStatuses, lifeCycleStages, partnerAnswers, roles, tiers } from '../vocabulary.ts';
import { catalogue, type KpiId } from './catalogue.ts';
import { excludedCounts } from './excluded.ts';
import type { Arm, Kpi } from './kpi.ts';
import { tierMix } from './maturity.ts';
import { partnerKpis, partnerScorecard } from './partner-scorecard.ts';
import { partnerStandings } from './partner-standings.ts';
import { portfolioKpis } from './portfolio.ts';
import type { Question } from './question.ts';

const msPerDay = 86_400_000;
const start = day('2026-01-01');
const instant = fc.integer({ min: 0, max: 400 * 24 }).map((hour) => start * msPerDay + hour * 3_600_000);
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { freq: 8 });
const stageId = fc.constantFrom('s1', 's2', 's3', 's4', 's5');

const deal: fc.Arbitrary<DealRow> = fc
  .record({
    id: fc.integer({ min: 1, max: 40 }),
    outcome: fc.constantFrom('open', 'won', 'lost'),
    createdAt: maybe(instant),
    closeAt: maybe(instant),
    amountMinor: maybe(fc.integer({ min: -1000, max: 1_000_000 })),
    foreignAmount: fc.boolean(),
    weightedMinor: maybe(fc.integer({ min: 0, max: 1_000_000 })),
    pipeline: fc.constantFrom('default', 'renewals'),
    stage: stageId,
    account: maybe(fc.constantFrom('900', '901', '902', '88')),
    dealType: maybe(fc.constantFrom('newbusiness', 'existingbusiness')),
    lossReason: maybe(fc.constantFrom('no budget', 'price')),
    answer: fc.constantFrom(...partnerAnswers),
    stageEnteredAt: fc.dictionary(stageId, instant),
    timeInStage: fc.dictionary(stageId, fc.integer({ min: 0, max: 90 * msPerDay })),
  })
  .map((row) => makeDeal(row as Partial<DealRow>));

const involvement: fc.Arbitrary<InvolvementRow> = fc
  .record({
    dealId: fc.integer({ min: 1, max: 44 }),
    partnerId: fc.constantFrom('88', '89', '90'),
    tier: fc.constantFrom(...tiers),
    origin: fc.boolean(),
    roles: fc.subarray([...roles]),
    stages: fc.subarray([...lifeCycleStages]),
    status: fc.constantFrom(...involvementStatuses),
    enteredOn: maybe(fc.integer({ min: start, max: start + 400 })),
    exitedOn: maybe(fc.integer({ min: start, max: start + 400 })),
    taggedAt: instant,
    share: maybe(fc.integer({ min: 0, max: 100 })),
    hasEvidence: fc.boolean(),
  })
  .map(makeInvolvement);

const companies: readonly CompanyRow[] = [
  makeCompany({ id: '88', partnerType: 'isv', onboardedOn: start + 5 }),
  makeCompany({ id: '900', industry: 'Retail', region: 'Austria', employees: 12 }),
  makeCompany({ id: '901', industry: 'Energy', region: 'Austria', employees: 700 }),
];

const question: fc.Arbitrary<Question> = fc.record({
  asOf: fc.integer({ min: start, max: start + 420 }),
  from: maybe(fc.integer({ min: start, max: start + 200 })),
  to: maybe(fc.integer({ min: start + 200, max: start + 420 })),
  pipelines: fc.subarray(['default', 'renewals']),
  settings: fc.record({ creditModel: fc.constantFrom(...creditModels) }).map(({ creditModel }) => ({
    ...defaultSettings,
    creditModel,
    lifeCycleOf: { s1: 'identify', s2: 'engage', s3: 'evaluate', s4: 'decide', s5: 'onboard' } as const,
    landmarkStage: 's2',
    programCostMinor: 1000,
    directCostMinor: 500,
    grossMargin: 0.7,
    pipelineTargetMinor: 100_000,
  })),
});

const portfolio = fc.record({
  deals: fc.uniqueArray(deal, { maxLength: 40, selector: (row) => row.id }),
  involvements: fc.uniqueArray(involvement, { maxLength: 60, selector: (row) => row.id }),
});
type Rows = { readonly deals: readonly DealRow[]; readonly involvements: readonly InvolvementRow[] };

const columnsFor = (rows: Rows) => columnsOf({ ...rows, companies });
const everything = (rows: Rows, asked: Question) => {
  const columns = columnsFor(rows);
  return {
    portfolio: portfolioKpis(columns, asked),
    standings: partnerStandings(columns, asked),
    mix: tierMix(columns, asked),
    account: accountKpis(columns, asked, '900'),
    partner: partnerKpis(columns, asked, '88'),
    scorecard: partnerScorecard(columns, asked, '89'),
    excluded: excludedCounts(columns, asked),
  };
};
const valueOf = (kpis: readonly Kpi[], id: KpiId, arm: Arm = 'all'): number =>
  kpis.find((kpi) => kpi.id === id && kpi.arm === arm)!.value!;

const law = (name: string, holds: (rows: Rows, asked: Question) => void): void => {
  it(name, () => fc.assert(fc.property(portfolio, question, holds), { numRuns: 40 }));
};

law('every KPI is finite, or null with a reason that the catalogue knows', (rows, asked) => {
  const { portfolio: all, account, partner } = everything(rows, asked);
  for (const kpi of [...all, ...account.kpis, ...partner]) {
    if (kpi.value === null) expect(catalogue[kpi.id as KpiId].reasons).toContain(kpi.reason);
    else expect(Number.isFinite(kpi.value) && kpi.reason === null).toBe(true);
    expect(Number.isInteger(kpi.n) && kpi.n >= 0).toBe(true);
    for (const end of kpi.interval ?? []) expect(end === null || Number.isFinite(end)).toBe(true);
  }
});

law('no id is given twice for an arm, and every id of the catalogue is given', (rows, asked) => {
  const keys = everything(rows, asked).portfolio.map(({ id, arm }) => `${id} ${arm}`);
  expect(new Set(keys).size).toBe(keys.length);
  const missing = Object.keys(catalogue).filter(
    (id) => !keys.includes(`${id} all`) && !keys.includes(`${id} partner`),
  );
  expect(missing).toEqual(['K15.sourced']);
});

law('the order of records changes nothing', (rows, asked) => {
  const turned = { deals: [...rows.deals].reverse(), involvements: [...rows.involvements].reverse() };
  expect(JSON.stringify(everything(turned, asked))).toBe(JSON.stringify(everything(rows, asked)));
});

law('records after the as-of day change nothing', (rows, asked) => {
  const end = (asked.asOf + 1) * msPerDay;
  const later = makeDeal({ id: 41, createdAt: end, outcome: 'won', closeAt: end });
  const tag = makeInvolvement({ dealId: 41, partnerId: '90', taggedAt: end, origin: true });
  const grown = { deals: [...rows.deals, later], involvements: [...rows.involvements, tag] };
  const known = { ...rows, involvements: [...rows.involvements, { ...tag, status: 'rejected' as const }] };
  expect(portfolioKpis(columnsFor(grown), asked)).toEqual(portfolioKpis(columnsFor(known), asked));
});

law('sourced and influenced pipeline add up to the attached pipeline', (rows, asked) => {
  const kpis = everything(rows, asked).portfolio;
  expect(valueOf(kpis, 'K01') + valueOf(kpis, 'K02')).toBe(valueOf(kpis, 'K03.pipeline'));
});

law(
  'credit sums to the cent to the revenue with partners, unless nobody negotiated a share',
  (rows, asked) => {
    const { portfolio: kpis, standings } = everything(rows, asked);
    const credited = standings.reduce((sum, row) => sum + row.creditedWonMinor, 0);
    expect(credited).toBe(valueOf(kpis, 'won.credited'));
    if (asked.settings.creditModel === 'manual') return;
    expect(credited).toBe(valueOf(kpis, 'won.attached'));
  },
);

law('the credit of an account sums to its revenue with partners', (rows, asked) => {
  const { kpis, partners } = everything(rows, asked).account;
  const credited = partners.reduce((sum, row) => sum + row.creditedWonMinor, 0);
  expect(credited).toBe(valueOf(kpis, 'won.credited'));
});

law('another partner on a deal changes no total that counts each deal once', (rows, asked) => {
  const tags = rows.deals.map(({ id }) => makeInvolvement({ dealId: id, partnerId: '91' }));
  const before = everything(rows, asked).portfolio;
  const after = everything({ ...rows, involvements: [...rows.involvements, ...tags] }, asked).portfolio;
  for (const id of [
    'deals',
    'deals.won',
    'deals.open',
    'won.amount',
    'open.amount',
    'K15',
    'K24',
    'K26',
  ] as const) {
    expect(valueOf(after, id)).toBe(valueOf(before, id));
  }
});

law('without a period, deals are won, lost or open', (rows, asked) => {
  const { portfolio: kpis } = everything(rows, { ...asked, from: null, to: null });
  for (const arm of ['all', 'partner', 'none', 'unanswered'] as const) {
    const parts = (['deals.won', 'deals.lost', 'deals.open'] as const).map((id) => valueOf(kpis, id, arm));
    expect(parts.reduce((sum, n) => sum + n, 0)).toBe(valueOf(kpis, 'deals', arm));
  }
});

law('the table of partners is sorted by the lower end of the win rate', (rows, asked) => {
  const lower = everything(rows, asked).standings.map((row) => row.winRateInterval?.[0] ?? -1);
  expect(lower).toEqual([...lower].sort((one, other) => other - one));
});
