import fc from 'fast-check';
import { creditModels } from '#domain/credit';
import type { Question } from '#domain/kpis/question';
import type { CompanyRow, DealRow, InvolvementRow } from '#domain/rows';
import { defaultSettings } from '#domain/settings';
import { involvementStatuses, lifeCycleStages, partnerAnswers, roles, tiers } from '#domain/vocabulary';
import { day, makeCompany, makeDeal, makeInvolvement } from './make.ts';

/** Portfolios and questions of every kind for laws: missing dates, foreign amounts, late tags, partners as accounts. */
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

export const companies: readonly CompanyRow[] = [
  makeCompany({ id: '88', partnerType: 'isv', onboardedOn: start + 5 }),
  makeCompany({ id: '900', industry: 'Retail', region: 'Austria', employees: 12 }),
  makeCompany({ id: '901', industry: 'Energy', region: 'Austria', employees: 700 }),
];

export const question: fc.Arbitrary<Question> = fc.record({
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

export const portfolio = fc.record({
  deals: fc.uniqueArray(deal, { maxLength: 40, selector: (row) => row.id }),
  involvements: fc.uniqueArray(involvement, { maxLength: 60, selector: (row) => row.id }),
});
