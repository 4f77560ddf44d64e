import type { CompanyCard, ReadCompanyInput } from '#contract/read-company';
import { Problem } from '#contract/problem';
import { accountKpis } from '#domain/account';
import { dayOf } from '#domain/day';
import { excludedCounts } from '#domain/kpis/excluded';
import { partnerScorecard } from '#domain/kpis/partner-scorecard';
import type { Question } from '#domain/kpis/question';
import { readAccount, readPartner, type CompanyReading } from './company-reading.ts';
import type { Company, Crm } from './crm.ts';

/**
 * The company card: an account's numbers, or a partner's scorecard. An account of 300 deals takes five calls (settings,
 * its tags, two pages of deals, companies), six where tags fill a second page.
 */
export async function readCompany(crm: Crm, input: ReadCompanyInput, now: number): Promise<CompanyCard> {
  const { companyId } = input;
  const [{ settings }, tags] = await Promise.all([crm.installed(), crm.involvementsWith(companyId)]);
  const reading = { homeCurrency: settings.homeCurrency, stages: [], outcomes: {} };
  const isTagged = tags.rows.some(({ partnerId }) => partnerId === companyId);
  const partnerIds = tags.rows.map(({ partnerId }) => partnerId);
  const [companies, associated] = await Promise.all([
    crm.companies([...new Set([companyId, ...partnerIds])]),
    isTagged ? { rows: [], complete: true } : crm.dealsOfCompany(companyId, reading),
  ]);
  const company = companies.find(({ id }) => id === companyId);
  if (!company) throw new Problem('company_not_found');
  const question: Question = {
    asOf: dayOf(now),
    from: null,
    to: null,
    pipelines: settings.pipelines,
    settings,
  };
  const head = headOf(company, question, now);
  if (company.partnerType !== null) {
    const partner = await readPartner(crm, company, tags, reading);
    const scorecard = partnerScorecard(partner.columns, question, companyId);
    return { kind: 'partner', partnerType: company.partnerType, ...head(partner), ...scorecard };
  }
  const account = await readAccount(crm, company, associated, tags, companies);
  return { kind: 'customer', ...head(account), ...accountKpis(account.columns, question, companyId) };
}

const headOf =
  ({ id, name }: Company, question: Question, now: number) =>
  ({ columns, deals, complete }: CompanyReading) => ({
    asOf: new Date(now).toISOString(),
    company: { id, name },
    currency: question.settings.homeCurrency,
    counted: { deals, complete, excluded: excludedCounts(columns, question) },
  });
