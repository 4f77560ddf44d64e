import { Accordion, Flex, Text } from '@hubspot/ui-extensions';
import type { FoundPartner } from '#contract/find-partner';
import type { DealCard } from '#contract/read-deal-card';
import type { Call } from '../call.ts';
import { useDraft } from '../use-draft.ts';
import { tagging } from './changes.ts';
import type { TagDraft } from './draft.ts';
import { SaveRow } from './save-row.tsx';
import { DetailFields, TierField } from './tag-fields.tsx';
import type { Deal } from './use-deal.ts';

interface NewTagProps {
  readonly call: Call;
  readonly deal: Deal;
  readonly card: DealCard;
  readonly partner: FoundPartner;
  readonly close: () => void;
}

const key = 'new-tag';

const isOriginFree = (card: DealCard): boolean => !card.involvements.some(({ origin }) => origin);

const newDraft = (card: DealCard, partner: FoundPartner): TagDraft => ({
  tier: partner.defaultTier,
  origin: partner.defaultTier === 'source' && isOriginFree(card),
  roles: partner.defaultRoles,
  stages: card.lifeCycleStage ? [card.lifeCycleStage] : [],
  enteredOn: card.asOf.slice(0, 10),
  evidenceType: null,
  evidence: '',
  share: null,
});

/** The entry day is sent only where it was changed: today is the server's to say. */
const fieldsOf = (draft: TagDraft, today: string) => ({
  origin: draft.origin,
  roles: [...draft.roles],
  stages: [...draft.stages],
  ...(draft.enteredOn === today ? {} : { enteredOn: draft.enteredOn }),
  ...(draft.evidenceType === null ? {} : { evidenceType: draft.evidenceType }),
  ...(draft.evidence.trim() === '' ? {} : { evidence: draft.evidence.trim() }),
});

export const NewTag = ({ call, deal, card, partner, close }: NewTagProps) => {
  const today = card.asOf.slice(0, 10);
  const draft = useDraft(newDraft(card, partner));
  const problem = deal.refused?.key === key ? deal.refused.problem : null;
  const save = async () => {
    const { tier } = draft.now();
    if (await deal.change(tagging(call, key, partner, tier, fieldsOf(draft.now(), today)))) close();
  };
  return (
    <Flex direction="column" gap="sm">
      <Text format={{ fontWeight: 'bold' }}>{partner.name}</Text>
      <TierField draft={draft} problem={problem} originFree={isOriginFree(card)} />
      <Accordion title="Role, stage, date, evidence" size="xs" defaultOpen={false}>
        <Flex direction="column" gap="sm">
          <DetailFields draft={draft} today={today} problem={problem} />
        </Flex>
      </Accordion>
      <SaveRow deal={deal} of={key} label="Save" save={save} close={close} />
    </Flex>
  );
};
