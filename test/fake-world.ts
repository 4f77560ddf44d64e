import type { DealMirror } from '#domain/deal-mirror';
import type { DealRow } from '#domain/rows';
import type { ProgramSettings } from '#domain/settings';
import type { PortfolioWorld } from '#test/fake-portfolio';
import type { Company, Owner, Pipeline } from '#usecases/crm';

export interface FakeCompany extends Partial<Company> {
  readonly id: string;
}

export interface FakeDeal extends Partial<Omit<DealRow, 'id'>> {
  readonly id: string;
  /** The first is the primary one. */
  readonly companies?: readonly string[];
  readonly mirror?: DealMirror;
}

export interface World {
  readonly companies?: readonly FakeCompany[];
  readonly deals?: readonly FakeDeal[];
  readonly pipelines?: readonly Pipeline[];
  readonly owners?: readonly Owner[];
  readonly settings?: Partial<ProgramSettings>;
  /** False: nothing is installed yet. */
  readonly isInstalled?: boolean;
  /** HubSpot refuses every write on deals, as an admin's rule can make it do. */
  readonly refusesMirrors?: () => boolean;
  readonly portfolio?: PortfolioWorld;
}

export const emptyMirror: DealMirror = { answer: 'unanswered', tier: null, origin: null, count: 0 };

export const companyOf = (company: FakeCompany): Company => ({
  name: `Company ${company.id}`,
  domain: null,
  industry: null,
  region: null,
  employees: null,
  partnerType: null,
  onboardedOn: null,
  ...company,
});

export const dealRowOf = ({ id, companies, mirror, ...deal }: FakeDeal): DealRow => ({
  outcome: 'open',
  createdAt: 0,
  closeAt: null,
  amountMinor: null,
  foreignAmount: false,
  weightedMinor: null,
  pipeline: 'default',
  stage: 'appointmentscheduled',
  owner: null,
  account: companies?.[0] ?? null,
  dealType: null,
  lossReason: null,
  answer: mirror?.answer ?? 'unanswered',
  stageEnteredAt: {},
  timeInStage: {},
  ...deal,
  id: Number(id),
});
