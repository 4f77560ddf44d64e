import type { CompanyCard, ReadCompanyInput } from '#contract/read-company';
import { Problem } from '#contract/problem';
import { accountKpis } from '#domain/account';
import { dayOf } from '#domain/day';
import type { Involvement } from '#domain/involvement';
import { excludedCounts } from '#domain/kpis/excluded';
import { partnerScorecard } from '#domain/kpis/partner-scorecard';
import type { Question } from '#domain/kpis/question';
import type { DealRow } from '#domain/rows';
import type { ProgramSettings } from '#domain/settings';
import { readAccount, readPartner, type CompanyReading } from './company-reading.ts';
import type { Company, Crm, DealReading, Found } from './crm.ts';
import { storedAccount, storedPartner } from './stored-company.ts';
import { storedIn } from './stored-portfolio.ts';

/** Deals or tags of a company that a function reads live in its time: ten pages of search, five a second. */
export const mostLive = 2_000;

/**
 * The company card: an account's numbers, or a partner's scorecard. An account of 300 deals takes five calls (settings,
 * its tags, two pages of deals, companies), six where tags fill a second page. A large one is read from the portfolio's
 * segments where a refresh has written them; what is counted is the same, and so are the formulas.
 */
export async function readCompany(crm: Crm, input: ReadCompanyInput, now: number): Promise<CompanyCard> {
  const { companyId } = input;
  const [opened, tags] = await Promise.all([
    crm.portfolio.openPortfolio([]),
    crm.involvementsWith(companyId, mostLive),
  ]);
  const { settings } = opened.installed;
  const reading = { homeCurrency: settings.homeCurrency, stages: [], outcomes: {} };
  const isTagged = tags.rows.some(({ partnerId }) => partnerId === companyId);
  const partnerIds = tags.rows.map(({ partnerId }) => partnerId);
  const [companies, associated] = await Promise.all([
    crm.companies([...new Set([companyId, ...partnerIds])]),
    isTagged ? noDeals : crm.dealsOfCompany(companyId, reading, mostLive),
  ]);
  const company = companies.find(({ id }) => id === companyId);
  if (!company) throw new Problem('company_not_found');
  const question = questionOf(settings, now);
  const stored = tags.complete && associated.complete ? null : storedIn(opened);
  const head = headOf(company, question, stored?.head.readFrom ?? now);
  if (company.partnerType !== null) {
    const partner = stored
      ? await storedPartner(crm.portfolio, stored, company)
      : await readPartner(crm, company, await allTags(crm, companyId, tags), reading);
    const scorecard = partnerScorecard(partner.columns, question, companyId);
    return { kind: 'partner', partnerType: company.partnerType, ...head(partner), ...scorecard };
  }
  const account = stored
    ? await storedAccount(crm.portfolio, stored, company)
    : await liveAccount(crm, company, { tags, associated, companies, reading });
  return { kind: 'customer', ...head(account), ...accountKpis(account.columns, question, companyId) };
}

const noDeals: Found<DealRow> = { rows: [], complete: true };

const questionOf = (settings: ProgramSettings, now: number): Question => ({
  asOf: dayOf(now),
  from: null,
  to: null,
  pipelines: settings.pipelines,
  settings,
});

/** Without segments a large company takes all the pages that a search gives. */
const allTags = (
  crm: Crm,
  companyId: string,
  tags: Found<Involvement>,
): Promise<Found<Involvement>> | Found<Involvement> =>
  tags.complete ? tags : crm.involvementsWith(companyId);

interface LiveAccount {
  readonly tags: Found<Involvement>;
  readonly associated: Found<DealRow>;
  readonly companies: readonly Company[];
  readonly reading: DealReading;
}

async function liveAccount(crm: Crm, company: Company, live: LiveAccount): Promise<CompanyReading> {
  const { associated, companies, reading } = live;
  const [tags, deals] = await Promise.all([
    allTags(crm, company.id, live.tags),
    associated.complete ? associated : crm.dealsOfCompany(company.id, reading),
  ]);
  const known = new Set(companies.map(({ id }) => id));
  const missed = new Set(tags.rows.map(({ partnerId }) => partnerId).filter((id) => !known.has(id)));
  const more = missed.size === 0 ? [] : await crm.companies([...missed]);
  return readAccount(crm, company, deals, tags, [...companies, ...more]);
}

const headOf =
  ({ id, name }: Company, question: Question, now: number) =>
  ({ columns, deals, complete }: CompanyReading) => ({
    asOf: new Date(now).toISOString(),
    company: { id, name },
    currency: question.settings.homeCurrency,
    counted: { deals, complete, excluded: excludedCounts(columns, question) },
  });
