import { columnsOf, type Columns } from '#domain/columns';
import type { Involvement } from '#domain/involvement';
import { involvementRowOf } from '#domain/involvement-row';
import type { DealRow } from '#domain/rows';
import type { Company, Crm, DealReading, Found } from './crm.ts';

/** What the card of one company is computed from. */
export interface CompanyReading {
  readonly columns: Columns;
  readonly deals: number;
  readonly complete: boolean;
}

const columnsFrom = (
  deals: readonly DealRow[],
  involvements: readonly Involvement[],
  companies: readonly Company[],
): Columns => columnsOf({ deals, involvements: involvements.map(involvementRowOf), companies });

/** The deals whose customer is this company, with their tags. */
export async function readAccount(
  crm: Crm,
  account: Company,
  associated: Found<DealRow>,
  tags: Found<Involvement>,
  known: readonly Company[],
): Promise<CompanyReading> {
  const tagged = new Set(tags.rows.map(({ dealId }) => Number(dealId)));
  // A tag knows the customer of its day, or none where it was imported: such a deal says itself that it has tags.
  const missed = associated.rows.filter(({ id, answer }) => answer === 'tagged' && !tagged.has(id));
  const knownIds = new Set(known.map(({ id }) => id));
  const unknown = new Set(
    associated.rows.flatMap(({ account: id }) => (id && !knownIds.has(id) ? [id] : [])),
  );
  const [more, others] = await Promise.all([
    missed.length === 0 ? none : crm.involvementsOfDeals(missed.map(({ id }) => String(id))),
    unknown.size === 0 ? [] : crm.companies([...unknown]),
  ]);
  const companies = [...known, ...others];
  const deals = associated.rows.flatMap((deal) => ownDeal(deal, account, companies));
  const ids = new Set(deals.map(({ id }) => id));
  const involvements = [...tags.rows, ...more.rows].filter(({ dealId }) => ids.has(Number(dealId)));
  return {
    columns: columnsFrom(deals, involvements, companies),
    deals: deals.length,
    complete: associated.complete && tags.complete && more.complete,
  };
}

const none: Found<Involvement> = { rows: [], complete: true };

/** A deal is the account's where its primary company is the account, or is missing, or is a partner. */
function ownDeal(deal: DealRow, account: Company, companies: readonly Company[]): DealRow[] {
  const primary = companies.find(({ id }) => id === deal.account);
  if (deal.account === null || (primary && primary.partnerType !== null))
    return [{ ...deal, account: account.id }];
  return deal.account === account.id ? [deal] : [];
}

/** Deals of one partner that a function reads in its time; the most recently tagged ones. */
const mostDeals = 2_000;

/** The deals on which this company is the partner, with the tags of all partners on them: credit is shared. */
export async function readPartner(
  crm: Crm,
  partner: Company,
  tags: Found<Involvement>,
  reading: DealReading,
): Promise<CompanyReading> {
  const own = tags.rows
    .filter(({ partnerId }) => partnerId === partner.id)
    .sort((one, other) => other.taggedAt - one.taggedAt);
  const ids = [...new Set(own.map(({ dealId }) => dealId))].slice(0, mostDeals);
  const [deals, all] = await Promise.all([crm.deals(ids, reading), crm.involvementsOfDeals(ids)]);
  const accounts = new Set(deals.flatMap(({ account }) => account ?? []));
  const partners = new Set(all.rows.map(({ partnerId }) => partnerId));
  const companies = await crm.companies([...new Set([partner.id, ...partners, ...accounts])]);
  const byId = new Map([...own, ...all.rows].map((tag) => [tag.id, tag]));
  const read = new Set(deals.map(({ id }) => id));
  const involvements = [...byId.values()].filter(({ dealId }) => read.has(Number(dealId)));
  return {
    columns: columnsFrom(deals, involvements, companies),
    deals: deals.length,
    complete: tags.complete && all.complete && ids.length < mostDeals,
  };
}
