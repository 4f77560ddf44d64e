import type { ChangedInvolvement, InvolvementView } from '#contract/involvement';
import type { DealCard } from '#contract/read-deal-card';
import type { InvolvementStatus } from '#domain/vocabulary';
import { counted } from '../format.ts';

const withInvolvement = (
  involvements: readonly InvolvementView[],
  changed: InvolvementView | null,
): readonly InvolvementView[] => {
  if (!changed) return involvements;
  return involvements.some(({ id }) => id === changed.id)
    ? involvements.map((involvement) => (involvement.id === changed.id ? changed : involvement))
    : [...involvements, changed];
};

/** The card as it is after a change, before the next read brings credit, flags and suggestions up to date. */
export function withChange(card: DealCard, changed: ChangedInvolvement, removed?: string): DealCard {
  const left = card.involvements.filter(({ id }) => id !== removed);
  const involvements = withInvolvement(left, changed.involvement);
  const tagged = new Set(involvements.map(({ partnerId }) => partnerId));
  return {
    ...card,
    answer: changed.answer,
    involvements,
    suggestions: card.suggestions.filter(({ partnerId }) => !tagged.has(partnerId)),
    credit: null,
  };
}

/** "2 partners · 1 to confirm", "No partner" or "Not answered". A rejected tag is no partner. */
export function answerLine({ answer, involvements }: Pick<DealCard, 'answer' | 'involvements'>): string {
  const withStatus = (status: InvolvementStatus) =>
    involvements.filter((one) => one.status === status).length;
  const rejected = withStatus('rejected');
  const partners = involvements.length - rejected;
  const unanswered = answer === 'none' ? 'No partner' : 'Not answered';
  const parts = [
    partners > 0 ? counted(partners, 'partner') : unanswered,
    ...(withStatus('proposed') > 0 ? [`${withStatus('proposed')} to confirm`] : []),
    ...(withStatus('disputed') > 0 ? [`${withStatus('disputed')} disputed`] : []),
    ...(rejected > 0 ? [`${rejected} rejected`] : []),
  ];
  return parts.join(' · ');
}
