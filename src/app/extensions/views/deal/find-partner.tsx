import { Button, Flex, LoadingSpinner, SearchInput, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { FoundPartner, FoundPartners } from '#contract/find-partner';
import { partnerTypeLabels } from '#domain/vocabulary';
import type { Call } from '../call.ts';
import { labelIn, sentenceOf } from '../words.ts';
import { usePartnerSearch, type PartnerSearch } from './use-partner-search.ts';

interface FindPartnerProps {
  readonly call: Call;
  readonly portalId: number;
  readonly tagged: ReadonlySet<string>;
  readonly disabled: boolean;
  readonly pick: (partner: FoundPartner) => void;
}

const Results = ({
  found,
  tagged,
  disabled,
  pick,
}: { found: FoundPartners } & Pick<FindPartnerProps, 'tagged' | 'disabled' | 'pick'>) => (
  <Flex direction="column" gap="xs" align="start">
    {found.partners.length === 0 && (
      <Text variant="microcopy">
        No partner with this name. A company becomes a partner by its property “Partner type”.
      </Text>
    )}
    {found.partners.map((partner) => (
      <Button
        key={partner.id}
        variant="transparent"
        size="sm"
        disabled={disabled || tagged.has(partner.id)}
        onClick={() => pick(partner)}
      >
        {`${partner.name} · ${tagged.has(partner.id) ? 'already tagged' : (partner.domain ?? labelIn(partnerTypeLabels, partner.partnerType))}`}
      </Button>
    ))}
    {found.more && <Text variant="microcopy">More partners match. Type a few more letters.</Text>}
  </Flex>
);

const Outcome = ({
  search,
  again,
  ...rest
}: { search: PartnerSearch; again: () => void } & Pick<FindPartnerProps, 'tagged' | 'disabled' | 'pick'>) => {
  switch (search.state) {
    case 'idle':
      return null;
    case 'searching':
      return <LoadingSpinner label="Searching partners" showLabel size="xs" />;
    case 'found':
      return <Results found={search.found} {...rest} />;
    case 'failed':
      return (
        <Flex direction="column" gap="xs" align="start">
          <Text>{sentenceOf(search.problem)}</Text>
          <Button size="xs" onClick={again}>
            Search again
          </Button>
        </Flex>
      );
  }
};

export const FindPartner = ({ call, portalId, ...rest }: FindPartnerProps) => {
  const [typed, setTyped] = useState('');
  const { search, again } = usePartnerSearch(call, portalId, typed);
  return (
    <Flex direction="column" gap="xs">
      <SearchInput
        name="partner"
        label="Tag a partner"
        placeholder="Two letters of its name"
        onInput={setTyped}
        onChange={setTyped}
      />
      <Outcome search={search} again={again} {...rest} />
    </Flex>
  );
};
