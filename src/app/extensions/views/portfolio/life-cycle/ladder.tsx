import { AutoGrid, Flex, Heading, Statistics, StatisticsItem, Text, Tile } from '@hubspot/ui-extensions';
import type { Portfolio } from '#contract/read-portfolio';
import { tierLabels, tierMeanings, tiers, type Tier } from '#domain/vocabulary';
import { counted, type Format } from '../../format.ts';
import { kpiText } from '../../kpis/kpi-text.ts';

interface LadderProps {
  readonly portfolio: Portfolio;
  readonly format: Format;
}

const namedPartners = 6;

function namesOf(names: readonly string[]): string {
  if (names.length === 0) return 'No partner';
  const more = names.length - namedPartners;
  return names.slice(0, namedPartners).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

const Rung = ({ tier, portfolio, format }: { tier: Tier } & LadderProps) => {
  const names = portfolio.partners.filter(({ level }) => level === tier).map(({ name }) => name);
  const share = portfolio.kpis.find(({ id }) => id === `K41.${tier}`);
  return (
    <Tile compact>
      <Flex direction="column" gap="xs">
        <Statistics>
          <StatisticsItem label={tierLabels[tier]} number={counted(names.length, 'partner')}>
            <Text variant="microcopy">{tierMeanings[tier]}</Text>
          </StatisticsItem>
        </Statistics>
        <Text variant="microcopy">{namesOf(names)}</Text>
        {share && (
          <Text variant="microcopy">
            {`${kpiText(share, format, portfolio.currency).value} of the confirmed deals`}
          </Text>
        )}
      </Flex>
    </Tile>
  );
};

function movesText({ kpis }: Portfolio): string {
  const valueOf = (id: string) => kpis.find((kpi) => kpi.id === id)?.value ?? 0;
  const [up, down] = [valueOf('K41.promoted'), valueOf('K41.demoted')];
  return `In the last quarter ${counted(up, 'partner')} moved up and ${counted(down, 'partner')} moved down.`;
}

/** The maturity ladder: each partner on the highest level it holds (K41). */
export const Ladder = (props: LadderProps) => {
  const without = props.portfolio.partners.filter(({ level }) => level === null).length;
  return (
    <Flex direction="column" gap="sm">
      <Heading>Maturity ladder</Heading>
      <Text>{movesText(props.portfolio)}</Text>
      <AutoGrid columnWidth={220} gap="sm" flexible>
        {tiers.map((tier) => (
          <Rung key={tier} tier={tier} {...props} />
        ))}
      </AutoGrid>
      <Text variant="microcopy">
        {`A partner stands on the highest level in which it has enough confirmed deals in twelve months; the settings say how many. ${counted(without, 'partner')} without a level.`}
      </Text>
    </Flex>
  );
};
