import { Accordion, Flex, Heading, List, Text, Tile } from '@hubspot/ui-extensions';
import type { ComparisonReply, Portfolio } from '#contract/read-portfolio';
import { counted, type Format } from '../../format.ts';
import { exclusionsOf } from './exclusions.ts';
import { RateTable } from './rate-table.tsx';
import { StratumTable } from './stratum-table.tsx';
import { Times } from './times.tsx';

interface ComparisonProps {
  readonly comparison: ComparisonReply;
  readonly format: Format;
}

const noProof = 'Association, not proof.';

/** What must be said beside the sentence, which says so itself where it finds a difference. */
function caveatOf({ sentence, headline }: ComparisonReply): string | null {
  if (headline === null)
    return 'The plain win rates below are not adjusted: no reason to credit partners with them.';
  if (sentence.includes(noProof)) return null;
  return `${noProof} Sellers choose which deals get a partner, and no statistic can undo that choice.`;
}

const Verdict = ({ comparison }: Pick<ComparisonProps, 'comparison'>) => {
  const { sentence, notes } = comparison;
  const caveat = caveatOf(comparison);
  return (
    <Flex direction="column" gap="xs">
      <Text format={{ fontWeight: 'demibold' }}>{sentence}</Text>
      {caveat !== null && <Text>{caveat}</Text>}
      {notes.map((note) => (
        <Text key={note}>{note}</Text>
      ))}
    </Flex>
  );
};

const overlapText = ({ adjusted: { standardised } }: ComparisonReply, format: Format): string =>
  standardised === null
    ? 'No group holds deals of both kinds.'
    : `${format.percent(standardised.overlap)} of the partner deals have deals without a partner in the same group to be compared with.`;

const Exclusions = ({ comparison, format }: ComparisonProps) => {
  const kept = exclusionsOf(comparison, format);
  return (
    <Flex direction="column" gap="xs">
      <Text>{overlapText(comparison, format)}</Text>
      {kept.length > 0 && (
        <>
          <Text>Deals that are not compared:</Text>
          <List>
            {kept.map((line) => (
              <Text key={line} inline>
                {line}
              </Text>
            ))}
          </List>
        </>
      )}
    </Flex>
  );
};

const Details = ({ comparison, format }: ComparisonProps) => (
  <Flex direction="column" gap="xs">
    {comparison.byStratum.length > 1 && (
      <Accordion
        title={`Group by group: ${counted(comparison.byStratum.length, 'group')}`}
        size="sm"
        defaultOpen={comparison.verdict === 'strata_disagree'}
      >
        <StratumTable comparison={comparison} format={format} />
      </Accordion>
    )}
    <Accordion title={`How fast, from ${comparison.landmarkName} on`} size="sm" defaultOpen={false}>
      <Times comparison={comparison} format={format} />
    </Accordion>
    <Accordion title="Which deals were compared" size="sm" defaultOpen={false}>
      <Exclusions comparison={comparison} format={format} />
    </Accordion>
  </Flex>
);

/** Deals with a partner against deals without, in the words that the numbers allow. */
export const Comparison = ({ portfolio, format }: { portfolio: Portfolio; format: Format }) => (
  <Flex direction="column" gap="sm">
    <Heading>Do deals with a partner win more often?</Heading>
    <Tile>
      {portfolio.comparison ? (
        <Flex direction="column" gap="md">
          <Verdict comparison={portfolio.comparison} />
          <RateTable comparison={portfolio.comparison} format={format} />
          <Details comparison={portfolio.comparison} format={format} />
        </Flex>
      ) : (
        <Text>{portfolio.comparisonMissing ?? 'There is nothing to compare.'}</Text>
      )}
    </Tile>
  </Flex>
);
