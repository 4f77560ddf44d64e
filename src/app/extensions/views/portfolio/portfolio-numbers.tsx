import { Alert, EmptyState, Flex, Text } from '@hubspot/ui-extensions';
import type { Portfolio } from '#contract/read-portfolio';
import { ExcludedLine } from '../excluded-line.tsx';
import type { Format } from '../format.ts';
import { kpiText } from '../kpis/kpi-text.ts';
import { KpiGroups } from '../kpis/kpi-groups-view.tsx';
import { PartnerTable } from './partner-table.tsx';
import { TierMix } from './tier-mix.tsx';

interface NumbersProps {
  readonly portfolio: Portfolio;
  readonly filtered: boolean;
  readonly format: Format;
}

const Coverage = ({ portfolio: { coverage }, format }: Omit<NumbersProps, 'filtered'>) =>
  !coverage.complete && (
    <Alert title="The numbers do not cover every deal" variant="warning">
      <Text>
        {`They cover ${format.count(coverage.dealsRead)} of ${format.count(coverage.dealsTotal)} deals: the others could not be read in the time that a page has.`}
      </Text>
    </Alert>
  );

/** How far the tags can be trusted: everything below stands on these two shares. */
const Quality = ({ portfolio, format }: Omit<NumbersProps, 'filtered'>) => {
  const text = (id: string) => {
    const kpi = portfolio.kpis.find((one) => one.id === id && one.arm === 'all');
    return kpi ? kpiText(kpi, format, portfolio.currency).value : null;
  };
  const [answered, late] = [text('K46'), text('K47')];
  const parts = [
    `As of ${format.instant(portfolio.asOf)}`,
    `${format.count(portfolio.coverage.dealsRead)} deals`,
    ...(answered === null ? [] : [`${answered} say whether a partner was involved`]),
    ...(late === null ? [] : [`${late} of the tags came late`]),
  ];
  return <Text variant="microcopy">{parts.join(' · ')}</Text>;
};

const NoDeals = ({ filtered }: Pick<NumbersProps, 'filtered'>) => (
  <EmptyState
    title={filtered ? 'No deals in this selection' : 'No deals yet'}
    layout="vertical"
    imageName="deals"
  >
    <Text>
      {filtered
        ? 'Choose a longer period or other pipelines.'
        : 'Once there are deals in HubSpot, their numbers show here.'}
    </Text>
  </EmptyState>
);

export const PortfolioNumbers = ({ portfolio, filtered, format }: NumbersProps) => {
  const { currency, kpis, partners, excluded, tierMix, coverage } = portfolio;
  if (coverage.dealsRead === 0 && coverage.complete) return <NoDeals filtered={filtered} />;
  return (
    <Flex direction="column" gap="lg">
      <Coverage portfolio={portfolio} format={format} />
      <Quality portfolio={portfolio} format={format} />
      <KpiGroups kpis={kpis} format={format} currency={currency} />
      {partners.length > 0 && <PartnerTable partners={partners} format={format} currency={currency} />}
      <TierMix mix={tierMix} format={format} />
      <ExcludedLine excluded={excluded} format={format} />
    </Flex>
  );
};
