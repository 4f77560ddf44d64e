import { Flex, Heading, Statistics, StatisticsItem, StepIndicator, Tag, Text } from '@hubspot/ui-extensions';
import type { PartnerScorecard } from '#contract/read-company';
import {
  lifeCycleStageLabels,
  lifeCycleStages,
  partnerTypeLabels,
  tierLabels,
  tiers,
} from '#domain/vocabulary';
import { DrawnTabs } from '../drawn-tabs.tsx';
import { counted, type Format } from '../format.ts';
import { AllKpis } from '../kpis/all-kpis.tsx';
import { KpiHeadline } from '../kpis/kpi-headline.tsx';
import { DataQuality } from '../quality/data-quality.tsx';
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

const pace = [
  { id: 'K24', arm: 'partner', label: 'Win rate' },
  { id: 'K20', arm: 'partner', label: 'Median cycle' },
  { id: 'open.amount', arm: 'partner', label: 'Open amount' },
] as const;

const won = [
  { id: 'won.amount', arm: 'partner', label: 'Won, in full' },
  { id: 'won.credited', arm: 'partner', label: 'Won, credited' },
  { id: 'K01', arm: 'partner', label: 'Pipeline it brought' },
] as const;

const Overview = ({ scorecard, format }: ScorecardProps) => {
  const numbers = { kpis: scorecard.kpis, currency: scorecard.currency, format };
  return (
    <Flex direction="column" gap="md">
      <Text>{labelIn(partnerTypeLabels, scorecard.partnerType)}</Text>
      <Counts scorecard={scorecard} format={format} />
      <KpiHeadline leads={pace} {...numbers} />
      <KpiHeadline leads={won} {...numbers} />
      <Text variant="microcopy">
        “In full” counts every won deal whole, also those that other partners share. “Credited” is this
        partner’s part of them. The win rate is not adjusted: linked with, not caused.
      </Text>
      <Ladder scorecard={scorecard} />
    </Flex>
  );
};

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

/** In which stages of the life cycle this partner is at work; a stage without a tag is a gap. */
const LifeCycle = ({ scorecard: { kpis }, format }: ScorecardProps) => {
  const valueOf = (id: string) => kpis.find((kpi) => kpi.id === id)?.value ?? null;
  return (
    <Flex direction="column" gap="md">
      <Heading>Where it is at work</Heading>
      <Statistics>
        {lifeCycleStages.slice(0, 4).map((stage) => (
          <StatisticsItem
            key={stage}
            label={lifeCycleStageLabels[stage]}
            number={format.count(valueOf(`K42.${stage}`))}
          />
        ))}
      </Statistics>
      <Statistics>
        {lifeCycleStages.slice(4).map((stage) => (
          <StatisticsItem
            key={stage}
            label={lifeCycleStageLabels[stage]}
            number={format.count(valueOf(`K42.${stage}`))}
          />
        ))}
      </Statistics>
      <Text variant="microcopy">
        {`Tags that touch a stage; one tag may touch several. It came into ${counted(valueOf('K42.entries') ?? 0, 'deal')} and left ${counted(valueOf('K42.exits') ?? 0, 'deal')}.`}
      </Text>
    </Flex>
  );
};

export const PartnerScorecardView = (props: ScorecardProps) => {
  const { kpis, currency, counted: behind } = props.scorecard;
  const numbers = { kpis, currency, format: props.format };
  return (
    <DrawnTabs
      tabs={[
        { id: 'overview', title: 'Overview', draw: () => <Overview {...props} /> },
        { id: 'cycle', title: 'Life cycle', draw: () => <LifeCycle {...props} /> },
        { id: 'all', title: 'All KPIs', draw: () => <AllKpis {...numbers} /> },
        {
          id: 'quality',
          title: 'Data quality',
          draw: () => <DataQuality {...numbers} arm="partner" excluded={behind.excluded} />,
        },
      ]}
    />
  );
};
