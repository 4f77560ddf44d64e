import { Flex, Heading, Statistics, StatisticsItem, StepIndicator, Tag, Text } from '@hubspot/ui-extensions';
import type { PartnerScorecard } from '#contract/read-company';
import { partnerTypeLabels, tierLabels, tiers } from '#domain/vocabulary';
import { counted, type Format } from '../format.ts';
import { KpiHeadline } from '../kpis/kpi-headline.tsx';
import { KpiGroups } from '../kpis/kpi-groups-view.tsx';
import { labelIn } from '../words.ts';

interface ScorecardProps {
  readonly scorecard: PartnerScorecard;
  readonly format: Format;
}

const Counts = ({ scorecard, format }: ScorecardProps) => (
  <Statistics>
    <StatisticsItem
      label="Won of closed deals"
      number={`${format.count(scorecard.deals.won)} of ${format.count(scorecard.deals.won + scorecard.deals.lost)}`}
    />
    <StatisticsItem label="Open deals" number={format.count(scorecard.deals.open)} />
    <StatisticsItem label="Accounts" number={format.count(scorecard.accounts)} />
  </Statistics>
);

const Ladder = ({ scorecard: { ladder } }: Pick<ScorecardProps, 'scorecard'>) => (
  <Flex direction="column" gap="sm">
    <Heading>Maturity ladder</Heading>
    <Text>
      {ladder.level
        ? `Level: ${labelIn(tierLabels, ladder.level)}`
        : 'No level yet: no tier has enough confirmed deals.'}
    </Text>
    {ladder.level && (
      <StepIndicator
        stepNames={tiers.map((tier) => tierLabels[tier])}
        currentStep={tiers.indexOf(ladder.level)}
        direction="horizontal"
      />
    )}
    <Flex gap="xs" wrap>
      {tiers.map((tier) => (
        <Tag key={tier} variant={ladder.deals[tier] >= ladder.needed ? 'success' : 'default'}>
          {`${tierLabels[tier]}: ${counted(ladder.deals[tier], 'deal')}`}
        </Tag>
      ))}
    </Flex>
    <Text variant="microcopy">
      {`A level takes ${counted(ladder.needed, 'confirmed deal')} of that tier in the last twelve months.`}
    </Text>
  </Flex>
);

const leads = [
  { id: 'K24', arm: 'partner', label: 'Win rate' },
  { id: 'won.credited', arm: 'partner', label: 'Won, credited' },
  { id: 'K20', arm: 'partner', label: 'Median cycle' },
] as const;

export const PartnerScorecardView = ({ scorecard, format }: ScorecardProps) => (
  <Flex direction="column" gap="lg">
    <Text>{labelIn(partnerTypeLabels, scorecard.partnerType)}</Text>
    <Counts scorecard={scorecard} format={format} />
    <KpiHeadline kpis={scorecard.kpis} leads={leads} format={format} currency={scorecard.currency} />
    <Ladder scorecard={scorecard} />
    <KpiGroups kpis={scorecard.kpis} format={format} currency={scorecard.currency} />
  </Flex>
);
