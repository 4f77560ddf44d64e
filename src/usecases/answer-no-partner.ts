import type { AnswerNoPartnerInput } from '#contract/answer-no-partner';
import type { ChangedInvolvement } from '#contract/involvement';
import { Problem } from '#contract/problem';
import type { DealMirror } from '#domain/deal-mirror';
import type { Crm } from './crm.ts';
import { dealOf } from './deal-verbs.ts';

/** Records the answer "no partner on this deal", or takes it back. Two calls. */
export async function answerNoPartner(crm: Crm, input: AnswerNoPartnerInput): Promise<ChangedInvolvement> {
  const deal = await dealOf(crm, input.dealId);
  if (deal.involvementIds.length > 0) throw new Problem('tags_exist');
  const mirror: DealMirror = { answer: input.answer, tier: null, origin: null, count: 0 };
  // Here the deal's property is the answer itself, not a copy of one: a refusal must be seen.
  const refusal = await crm.writeMirror(deal.id, mirror);
  if (refusal) throw refusal;
  return { involvement: null, answer: input.answer, mirror: 'saved' };
}
