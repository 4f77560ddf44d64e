import { Alert, Divider, Flex, Text } from '@hubspot/ui-extensions';
import type { DealCard } from '#contract/read-deal-card';
import { tierLabels } from '#domain/vocabulary';
import { counted, wholePercents, type Format } from '../format.ts';
import { creditModelLabels, labelIn } from '../words.ts';

interface DealNotesProps {
  readonly card: DealCard;
  readonly format: Format;
}

/** What is odd about the tags; nothing where nothing is. */
export const Flags = ({ card }: Pick<DealNotesProps, 'card'>) =>
  card.flags.length > 0 && (
    <Alert title="Worth a look" variant="warning">
      <Flex direction="column" gap="xs">
        {card.flags.map((flag) => (
          <Text key={flag.code + flag.sentence}>{flag.sentence}</Text>
        ))}
      </Flex>
    </Alert>
  );

/** Example: "Acme 34 % · Beta 33 % · Gamma 33 %": what is written sums to 100. */
const Credit = ({ card, format }: DealNotesProps) => {
  if (!card.credit || card.credit.shares.length === 0) return null;
  const percents = wholePercents(card.credit.shares.map(({ share }) => share));
  const line = card.credit.shares
    .map(({ partnerName }, index) => `${partnerName} ${format.percent((percents[index] ?? 0) / 100)}`)
    .join(' · ');
  return (
    <Flex direction="column" gap="flush">
      <Text format={{ fontWeight: 'demibold' }}>
        {`Credit (${labelIn(creditModelLabels, card.credit.model).toLowerCase()})`}
      </Text>
      <Text>{line}</Text>
    </Flex>
  );
};

const Before = ({ card, format }: DealNotesProps) =>
  card.history.length > 0 && (
    <Flex direction="column" gap="flush">
      <Text format={{ fontWeight: 'demibold' }}>{`Before, on ${card.account?.name ?? 'this account'}`}</Text>
      {card.history.map((past) => (
        <Text key={past.partnerId}>
          {`${past.partnerName}: ${counted(past.deals, 'deal')}, up to ${labelIn(tierLabels, past.highestTier)}, last tagged ${format.day(past.lastTaggedOn)}`}
        </Text>
      ))}
    </Flex>
  );

export const DealNotes = ({ card, format }: DealNotesProps) => (
  <Flex direction="column" gap="sm">
    <Credit card={card} format={format} />
    <Before card={card} format={format} />
    <Divider />
    <Text variant="microcopy">Tagging does not change the owner, the amount or the splits.</Text>
  </Flex>
);
