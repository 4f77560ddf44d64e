import type { AccountHistory, DealCard, ReadDealCardInput, Suggestion } from '#contract/read-deal-card';
import { Problem } from '#contract/problem';
import { partnersOnAccount, suggestedTier, type PartnerOnAccount } from '#domain/account-history';
import { creditShares } from '#domain/credit';
import { dayOf, isoDayOf } from '#domain/day';
import { flagsOf } from '#domain/deal-flags';
import { isInStep, mirrorOf } from '#domain/deal-mirror';
import { defaultTier, type Involvement } from '#domain/involvement';
import type { ProgramSettings } from '#domain/settings';
import type { Company, Crm, Deal } from './crm.ts';
import { involvementView } from './involvement-view.ts';
import { accountOf } from './tag-partner.ts';

const suggested = 3;
/** Another deal of the account suggests its partner for eighteen months. */
const recentMs = 548 * 86_400_000;

/**
 * The deal card in five calls and two rounds: settings and the deal with its associations; then its tags, its companies
 * and, by search, the tags of the account's other deals. The deal's own tags never come from search, which lags.
 */
export async function readDealCard(crm: Crm, input: ReadDealCardInput, now: number): Promise<DealCard> {
  const [{ settings, address }, deal] = await Promise.all([crm.installed(), crm.deal(input.dealId)]);
  if (!deal) throw new Problem('deal_not_found');
  const [involvements, companies, accountTags] = await Promise.all([
    crm.involvements(deal.involvementIds),
    crm.companies(deal.companyIds),
    deal.companyIds.length === 0 ? [] : crm.involvementsOfAccounts(deal.companyIds).then(({ rows }) => rows),
  ]);
  const account = accountOf(deal, companies);
  const lifeCycleStage = settings.lifeCycleOf[deal.stage] ?? null;
  const elsewhere = accountTags.filter((tag) => tag.dealId !== deal.id && tag.accountId === account?.id);
  const partners = partnersOnAccount(elsewhere);
  const count = involvements.length;
  return {
    asOf: new Date(now).toISOString(),
    answer: count > 0 ? 'tagged' : deal.mirror.answer === 'none' ? 'none' : 'unanswered',
    account: account && { id: account.id, name: account.name },
    involvements: [...involvements].sort((one, other) => one.taggedAt - other.taggedAt).map(involvementView),
    suggestions: suggestionsOf(deal, companies, involvements, partners, now),
    history: partners.map(historyOf),
    flags: flagsOf({ ...deal, mirrorInStep: isMirrorInStep(deal, involvements) }, involvements),
    credit: creditOf(deal, involvements, settings),
    lifeCycleStage,
    confirmers: settings.confirmers,
    schema: { ...address, program: { lifeCycleStage, confirmers: [...settings.confirmers] } },
  };
}

function isMirrorInStep(deal: Deal, involvements: readonly Involvement[]): boolean {
  const mirror = mirrorOf(involvements);
  return (
    isInStep(deal.mirror, involvements.length) &&
    deal.mirror.tier === mirror.tier &&
    (deal.mirror.origin === null) === (mirror.origin === null)
  );
}

/** Partners that the CRM already connects with this deal or its account; the tagged ones and the customer are not. */
function suggestionsOf(
  deal: Deal,
  companies: readonly Company[],
  involvements: readonly Involvement[],
  partners: readonly PartnerOnAccount[],
  now: number,
): Suggestion[] {
  const tagged = new Set(involvements.map(({ partnerId }) => partnerId));
  const customer = accountOf(deal, companies)?.id ?? deal.primaryCompanyId;
  const isFree = (id: string): boolean => !tagged.has(id) && id !== customer;
  const lastTierOf = (id: string) =>
    partners.find(({ partnerId }) => partnerId === id)?.lastTier ?? defaultTier;
  const associated = companies
    .filter(({ id, partnerType }) => partnerType !== null && isFree(id))
    .map(({ id, name }) => ({
      partnerId: id,
      partnerName: name,
      tier: suggestedTier(lastTierOf(id)),
      why: 'already associated with this deal',
    }));
  const known = new Set(associated.map(({ partnerId }) => partnerId));
  const recent = partners
    .filter(
      ({ partnerId, lastTaggedAt }) =>
        isFree(partnerId) && !known.has(partnerId) && lastTaggedAt > now - recentMs,
    )
    .map(({ partnerId, partnerName, lastTier, deals }) => ({
      partnerId,
      partnerName,
      tier: suggestedTier(lastTier),
      why: deals === 1 ? 'on another deal of this account' : `on ${deals} other deals of this account`,
    }));
  return [...associated, ...recent].slice(0, suggested);
}

const historyOf = ({
  partnerId,
  partnerName,
  deals,
  highestTier,
  lastTaggedAt,
}: PartnerOnAccount): AccountHistory => ({
  partnerId,
  partnerName,
  deals,
  highestTier,
  lastTaggedOn: isoDayOf(dayOf(lastTaggedAt)),
});

/** Credit goes to confirmed tags only; none confirmed, no credit line. */
function creditOf(
  deal: Deal,
  involvements: readonly Involvement[],
  { creditModel, tierWeights }: ProgramSettings,
): DealCard['credit'] {
  const confirmed = involvements.filter(({ status }) => status === 'confirmed');
  const closedOn = deal.outcome === 'open' || deal.closeAt === null ? null : dayOf(deal.closeAt);
  const shares = confirmed.length === 0 ? null : creditShares(confirmed, creditModel, tierWeights, closedOn);
  return (
    shares && {
      model: creditModel,
      shares: confirmed.map(({ partnerId, partnerName }, index) => ({
        partnerId,
        partnerName,
        share: shares[index] ?? 0,
      })),
    }
  );
}
