import type { ChangedInvolvement } from '#contract/involvement';
import { Problem } from '#contract/problem';
import type { TagPartnerInput } from '#contract/tag-partner';
import { customerOf } from '#domain/customer';
import { toDay } from '#domain/day';
import { isInStep, mirrorOf, mirrorWith, type DealMirror } from '#domain/deal-mirror';
import { propose, type Claim, type Involvement, type NewInvolvement } from '#domain/involvement';
import type { Company, Crm, Deal } from './crm.ts';
import { dealOf, granted, isNamed, mirrored, nameOf, programOf } from './deal-verbs.ts';
import { involvementView } from './involvement-view.ts';

/**
 * Tags a partner on a deal. Four calls: the deal with the ids of its tags, its companies and the partner, the new
 * record, the deal's mirror. Where the mirror is out of step the tags are read too, and the same save repairs it.
 */
export async function tagPartner(crm: Crm, input: TagPartnerInput, now: number): Promise<ChangedInvolvement> {
  const [program, deal] = await Promise.all([programOf(crm, input), dealOf(crm, input.dealId)]);
  const [companies, before] = await Promise.all([
    crm.companies([...new Set([input.partnerId, ...deal.companyIds])]),
    mirrorBefore(crm, deal),
  ]);
  const partner = companies.find((company) => company.id === input.partnerId);
  if (!partner) throw new Problem('company_not_found', { field: 'partnerId' });
  const draft = granted(
    propose(
      claimOf(input),
      {
        id: deal.id,
        primaryCompanyId: deal.primaryCompanyId,
        customerId: accountOf(deal, companies)?.id ?? null,
        lifeCycleStage: program.lifeCycleStageOf(deal.stage),
        originName: before.origin,
      },
      partner,
      { at: now, by: nameOf(input.actor), confirms: isNamed(program.confirmers, input.actor) },
    ),
  );
  const created = await crm.createInvolvement(draft, program.address);
  if (created === null) return alreadyTagged(crm, deal, draft);
  const mirror = mirrorWith(before, draft);
  return {
    involvement: involvementView({ ...draft, id: created }),
    answer: 'tagged',
    mirror: await mirrored(crm, deal, mirror),
  };
}

/** The customer among the deal's own companies: the partner to be tagged may not be one of them. */
export const accountOf = (deal: Deal, companies: readonly Company[]): Company | null =>
  customerOf(
    deal.primaryCompanyId,
    companies.filter((company) => deal.companyIds.includes(company.id)),
  );

export async function mirrorBefore(crm: Crm, deal: Deal): Promise<DealMirror> {
  if (isInStep(deal.mirror, deal.involvementIds.length)) return deal.mirror;
  return mirrorOf(await crm.involvements(deal.involvementIds));
}

const claimOf = ({ enteredOn, ...claim }: TagPartnerInput): Claim => ({
  ...claim,
  enteredOn: enteredOn === undefined ? undefined : (toDay(enteredOn) ?? undefined),
});

/** The unique key refused a second tag. The very same tag by the same person is a repeated save, and succeeds. */
async function alreadyTagged(crm: Crm, deal: Deal, draft: NewInvolvement): Promise<ChangedInvolvement> {
  const existing = await crm.involvementOf(deal.id, draft.partnerId);
  if (!existing || !isSameClaim(existing, draft)) throw new Problem('already_tagged', { field: 'partnerId' });
  const involvements = await crm.involvements([...new Set([...deal.involvementIds, existing.id])]);
  return {
    involvement: involvementView(existing),
    answer: 'tagged',
    mirror: await mirrored(crm, deal, mirrorOf(involvements)),
  };
}

function isSameClaim(existing: Involvement, draft: NewInvolvement): boolean {
  const text = ({ tier, origin, roles, stages, enteredOn, evidence, taggedBy }: NewInvolvement) =>
    JSON.stringify([tier, origin, [...roles].sort(), [...stages].sort(), enteredOn, evidence, taggedBy]);
  return text(existing) === text(draft);
}
