import { toDay } from '#domain/day';
import type { Involvement } from '#domain/involvement';
import type { Question } from '#domain/kpis/question';
import type { CompanyRow, DealRow, InvolvementRow } from '#domain/rows';
import { defaultSettings } from '#domain/settings';

const msPerDay = 86_400_000;

/** Day number of an ISO day that is known to be one. */
export function day(iso: string): number {
  const number = toDay(iso);
  if (number === null) throw new Error(`${iso} is no day`);
  return number;
}

/** Instant of an ISO day at 9:00 UTC. */
export const at = (iso: string): number => day(iso) * msPerDay + 9 * 3_600_000;

/** An open deal of 1,000.00 of account 900, created on 2026-01-01, without an answer. */
export const makeDeal = (row: Partial<DealRow> = {}): DealRow => ({
  id: 1,
  outcome: 'open',
  createdAt: at('2026-01-01'),
  closeAt: null,
  amountMinor: 100_000,
  foreignAmount: false,
  weightedMinor: null,
  pipeline: 'default',
  stage: 'qualified',
  owner: '7',
  account: '900',
  dealType: 'newbusiness',
  lossReason: null,
  answer: 'unanswered',
  stageEnteredAt: {},
  timeInStage: {},
  ...row,
});

/** A confirmed assist of partner 88 on deal 1, tagged on 2026-01-02. The id follows from deal and partner. */
export const makeInvolvement = (row: Partial<InvolvementRow> = {}): InvolvementRow => ({
  id: `${row.dealId ?? 1}:${row.partnerId ?? '88'}`,
  dealId: 1,
  partnerId: '88',
  partnerName: `Partner ${row.partnerId ?? '88'}`,
  tier: 'assist',
  origin: false,
  roles: [],
  stages: [],
  status: 'confirmed',
  enteredOn: day('2026-01-02'),
  exitedOn: null,
  taggedAt: at('2026-01-02'),
  imported: false,
  statusChangedAt: null,
  share: null,
  evidenceType: null,
  hasEvidence: false,
  ...row,
});

/** A customer company with nothing but a name. */
export const makeCompany = (row: Partial<CompanyRow> = {}): CompanyRow => ({
  id: '900',
  name: `Company ${row.id ?? '900'}`,
  industry: null,
  region: null,
  employees: null,
  partnerType: null,
  onboardedOn: null,
  ...row,
});

/** A proposed assist of partner 88 on deal 601, tagged and entered on day 10, without evidence. */
export const makeTag = (tag: Partial<Involvement> = {}): Involvement => ({
  id: '1',
  dealId: '601',
  accountId: '7',
  partnerId: '88',
  partnerName: 'Norvik',
  tier: 'assist',
  origin: false,
  roles: [],
  stages: [],
  enteredOn: 10,
  exitedOn: null,
  exitReason: null,
  status: 'proposed',
  statusReason: null,
  statusChangedAt: null,
  share: null,
  evidenceType: null,
  evidence: null,
  taggedAt: 10 * msPerDay,
  taggedBy: 'sam@example.com',
  taggedFrom: 'card',
  history: [],
  ...tag,
});

/** Everything that is known by the as-of day, in all pipelines. */
export const makeQuestion = (asked: Partial<Question> = {}): Question => ({
  asOf: day('2026-06-30'),
  from: null,
  to: null,
  pipelines: [],
  settings: defaultSettings,
  ...asked,
});
