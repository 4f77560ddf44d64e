import { Flex, LoadingButton, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { FoundPartner } from '#contract/find-partner';
import type { DealCard, Suggestion } from '#contract/read-deal-card';
import { tierLabels } from '#domain/vocabulary';
import type { Call } from '../call.ts';
import { Refusal } from '../states.tsx';
import { tagging } from './changes.ts';
import { FindPartner } from './find-partner.tsx';
import { NewTag } from './new-tag.tsx';
import type { Deal } from './use-deal.ts';

interface TagPartnerProps {
  readonly call: Call;
  readonly deal: Deal;
  readonly card: DealCard;
  readonly portalId: number;
}

/** One click saves it: the tag is a proposal, and the notice above offers the undo. */
const Suggested = ({
  call,
  deal,
  suggestion,
}: Omit<TagPartnerProps, 'card' | 'portalId'> & { suggestion: Suggestion }) => {
  const { partnerId, partnerName, tier, why } = suggestion;
  const key = `suggestion ${partnerId}`;
  const partner = { id: partnerId, name: partnerName };
  return (
    <Flex direction="column" gap="flush" align="start">
      <LoadingButton
        size="sm"
        variant="secondary"
        loading={deal.saving === key}
        disabled={deal.saving !== null}
        onClick={() => void deal.change(tagging(call, key, partner, tier))}
      >
        {`${partnerName} · ${tierLabels[tier]}`}
      </LoadingButton>
      <Text variant="microcopy">{why}</Text>
      <Refusal problem={deal.refused?.key === key ? deal.refused.problem : null} reload={deal.reload} />
    </Flex>
  );
};

export const TagPartner = ({ call, deal, card, portalId }: TagPartnerProps) => {
  const [picked, setPicked] = useState<FoundPartner | null>(null);
  const tagged = new Set(card.involvements.map(({ partnerId }) => partnerId));
  if (picked) {
    return <NewTag call={call} deal={deal} card={card} partner={picked} close={() => setPicked(null)} />;
  }
  // Where the answer is "no partner", the question is settled; the search stays for those who know better.
  const suggestions = card.answer === 'none' ? [] : card.suggestions;
  return (
    <Flex direction="column" gap="sm">
      {suggestions.length > 0 && <Text format={{ fontWeight: 'demibold' }}>Suggested: one click saves</Text>}
      {suggestions.map((suggestion) => (
        <Suggested key={suggestion.partnerId} call={call} deal={deal} suggestion={suggestion} />
      ))}
      <FindPartner
        call={call}
        portalId={portalId}
        tagged={tagged}
        disabled={deal.saving !== null}
        pick={setPicked}
      />
    </Flex>
  );
};
