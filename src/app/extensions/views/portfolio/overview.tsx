import { Flex, Heading, Text } from '@hubspot/ui-extensions';
import type { Portfolio } from '#contract/read-portfolio';
import type { Format } from '../format.ts';
import { kpiFigures } from '../kpis/kpi-groups.ts';
import { KpiHeadline } from '../kpis/kpi-headline.tsx';
import { KpiTable } from '../kpis/kpi-table.tsx';
import { kpiText } from '../kpis/kpi-text.ts';
import { Comparison } from './comparison/comparison-view.tsx';

interface OverviewProps {
  readonly portfolio: Portfolio;
  readonly format: Format;
}

const leads = [
  { id: 'won.attached', arm: 'all', label: 'Won with partners' },
  { id: 'open.amount', arm: 'partner', label: 'Open with partners' },
  { id: 'K03', arm: 'all', label: 'Deals with a partner' },
  { id: 'K01', arm: 'all', label: 'Pipeline that partners brought' },
  { id: 'K16', arm: 'all', label: 'New customers won with partners' },
] as const;

const program = [
  { id: 'K39', arm: 'all', label: 'Active partners' },
  { id: 'K40.top', arm: 'all', label: 'Credit of the largest partner' },
  { id: 'K40.effective', arm: 'all', label: 'Partners that carry the credit' },
  { id: 'K43.70', arm: 'all', label: 'Return on cost, if 70 % is due to partners' },
  { id: 'K44', arm: 'all', label: 'Net contribution' },
] as const;

const sideBySide = [
  'deals',
  'deals.won',
  'won.amount',
  'open.amount',
  'K24',
  'K20.won',
  'K26',
  'K15',
] as const;

/** How far the tags can be trusted: everything else stands on these two shares. */
const Quality = ({ portfolio, format }: OverviewProps) => {
  const text = (id: string) => {
    const kpi = portfolio.kpis.find((one) => one.id === id && one.arm === 'all');
    return kpi ? kpiText(kpi, format, portfolio.currency).value : null;
  };
  const [answered, late] = [text('K46'), text('K47')];
  const parts = [
    `${format.count(portfolio.coverage.dealsRead)} deals`,
    ...(answered === null ? [] : [`${answered} say whether a partner was involved`]),
    ...(late === null ? [] : [`${late} of the tags came late`]),
  ];
  return <Text variant="microcopy">{parts.join(' · ')}</Text>;
};

const SideBySide = ({ portfolio: { kpis, currency }, format }: OverviewProps) => {
  const figures = kpiFigures(kpis).filter(({ id }) => sideBySide.some((one) => one === id));
  return (
    figures.length > 0 && (
      <Flex direction="column" gap="sm">
        <Heading>Side by side</Heading>
        <KpiTable figures={figures} format={format} currency={currency} />
        <Text variant="microcopy">
          As they stand: partners join deals that are already going well, so these columns say what is linked
          with partners, not what partners cause.
        </Text>
      </Flex>
    )
  );
};

export const Overview = (props: OverviewProps) => {
  const { portfolio, format } = props;
  return (
    <Flex direction="column" gap="lg">
      <Flex direction="column" gap="xs">
        <KpiHeadline kpis={portfolio.kpis} leads={leads} format={format} currency={portfolio.currency} />
        <Quality {...props} />
      </Flex>
      <Comparison portfolio={portfolio} format={format} />
      <SideBySide {...props} />
      <Flex direction="column" gap="sm">
        <Heading>The program</Heading>
        <KpiHeadline kpis={portfolio.kpis} leads={program} format={format} currency={portfolio.currency} />
      </Flex>
    </Flex>
  );
};
