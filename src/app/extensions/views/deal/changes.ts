import type { ChangeInvolvementInput } from '#contract/change-involvement';
import type { ExitInvolvementInput } from '#contract/exit-involvement';
import type { InvolvementView } from '#contract/involvement';
import type { ReviewInvolvementInput } from '#contract/review-involvement';
import type { TagPartnerInput } from '#contract/tag-partner';
import { tierLabels, type Tier } from '#domain/vocabulary';
import type { Call } from '../call.ts';
import type { Change, DealContext } from './use-deal.ts';

type Named = { readonly id: string; readonly name: string };
type TagFields = Omit<TagPartnerInput, keyof DealContext | 'partnerId' | 'tier'>;

const undoKey = 'undo';

export function tagging(call: Call, key: string, partner: Named, tier: Tier, fields: TagFields = {}): Change {
  return {
    key,
    send: (context) => call('tag_partner', { ...context, ...fields, partnerId: partner.id, tier }),
    said: `${partner.name} is tagged as ${tierLabels[tier]}.`,
    undo: ({ involvement }) => involvement && { ...removing(call, undoKey, involvement), said: 'Undone.' },
  };
}

export function removing(call: Call, key: string, involvement: InvolvementView): Change {
  const { id: involvementId, partnerName } = involvement;
  return {
    key,
    removes: involvementId,
    send: (context) => call('remove_involvement', { ...context, involvementId }),
    said: `The tag of ${partnerName} is removed.`,
    undo: () => ({
      key: undoKey,
      send: (context) => call('restore_involvement', { ...context, involvementId }),
      said: `The tag of ${partnerName} is back.`,
    }),
  };
}

export function answering(call: Call, key: string, answer: 'none' | 'unanswered'): Change {
  const send: Change['send'] = (context) => call('answer_no_partner', { ...context, answer });
  if (answer === 'unanswered') return { key, send, said: 'The answer is taken back.' };
  return {
    key,
    send,
    said: 'Answered: no partner on this deal.',
    undo: () => answering(call, undoKey, 'unanswered'),
  };
}

const decided = { confirm: 'confirmed', dispute: 'disputed', reject: 'rejected' } as const;

export function reviewing(
  call: Call,
  key: string,
  { id: involvementId, partnerName }: InvolvementView,
  review: Pick<ReviewInvolvementInput, 'decision' | 'reason'>,
): Change {
  return {
    key,
    send: (context) => call('review_involvement', { ...context, involvementId, ...review }),
    said: `The tag of ${partnerName} is ${decided[review.decision]}.`,
  };
}

export function exiting(
  call: Call,
  key: string,
  { id: involvementId, partnerName }: InvolvementView,
  exit: Pick<ExitInvolvementInput, 'exitedOn' | 'reason'>,
): Change {
  const send: Change['send'] = (context) => call('exit_involvement', { ...context, involvementId, ...exit });
  if (exit.exitedOn === null) return { key, send, said: `${partnerName} is back on the deal.` };
  return {
    key,
    send,
    said: `${partnerName} is marked as exited.`,
    undo: ({ involvement }) => involvement && exiting(call, undoKey, involvement, { exitedOn: null }),
  };
}

export function editing(
  call: Call,
  key: string,
  { id: involvementId, partnerName }: InvolvementView,
  change: ChangeInvolvementInput['change'],
): Change {
  return {
    key,
    send: (context) => call('change_involvement', { ...context, involvementId, change }),
    said: `The tag of ${partnerName} is changed.`,
  };
}
