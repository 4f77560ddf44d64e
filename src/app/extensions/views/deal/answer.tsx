import { Flex, Heading, LoadingButton } from '@hubspot/ui-extensions';
import type { DealCard } from '#contract/read-deal-card';
import type { Call } from '../call.ts';
import { Refusal } from '../states.tsx';
import { answering } from './changes.ts';
import type { Deal } from './use-deal.ts';
import { answerLine } from './with-change.ts';

/** The deal's answer to "is a partner involved?", and the one click that gives or takes back "no". */
export const Answer = ({ call, deal, card }: { call: Call; deal: Deal; card: DealCard }) => {
  const takesBack = card.answer === 'none';
  const change = answering(call, 'answer', takesBack ? 'unanswered' : 'none');
  return (
    <Flex direction="column" gap="xs" align="start">
      <Heading>{answerLine(card)}</Heading>
      {card.involvements.length === 0 && (
        <LoadingButton
          size="sm"
          variant="secondary"
          loading={deal.saving === change.key}
          disabled={deal.saving !== null}
          onClick={() => void deal.change(change)}
        >
          {takesBack ? 'Take this answer back' : 'No partner on this deal'}
        </LoadingButton>
      )}
      <Refusal
        problem={deal.refused?.key === change.key ? deal.refused.problem : null}
        reload={deal.reload}
      />
    </Flex>
  );
};
