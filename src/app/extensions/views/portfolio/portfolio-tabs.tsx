import { EmptyState, Text } from '@hubspot/ui-extensions';
import type { Portfolio } from '#contract/read-portfolio';
import { DrawnTabs } from '../drawn-tabs.tsx';
import type { Format } from '../format.ts';
import { AllKpis } from '../kpis/all-kpis.tsx';
import { DataQuality } from '../quality/data-quality.tsx';
import { LifeCycle } from './life-cycle/life-cycle-view.tsx';
import { Overview } from './overview.tsx';
import { PartnerTable } from './partner-table.tsx';
import { ValueMap } from './value-map/value-map-view.tsx';

interface TabsProps {
  readonly portfolio: Portfolio;
  readonly portalId: number;
  readonly filtered: boolean;
  readonly format: Format;
}

const NoDeals = ({ filtered }: Pick<TabsProps, 'filtered'>) => (
  <EmptyState
    title={filtered ? 'No deals in this selection' : 'No deals yet'}
    layout="vertical"
    imageName="deals"
  >
    <Text>
      {filtered
        ? 'Choose a longer period or fewer filters.'
        : 'Once there are deals in HubSpot, their numbers show here.'}
    </Text>
  </EmptyState>
);

const Partners = ({ portfolio: { partners, creditModels, currency }, portalId, format }: TabsProps) =>
  partners.length === 0 ? (
    <EmptyState title="No partner in this selection" layout="vertical" imageName="companies">
      <Text>Tag partners on deals: each then stands here with its deals, its win rate and its credit.</Text>
    </EmptyState>
  ) : (
    <PartnerTable
      partners={partners}
      models={creditModels}
      portalId={portalId}
      format={format}
      currency={currency}
    />
  );

const EveryKpi = ({ portfolio: { kpis, currency }, format }: TabsProps) => (
  <AllKpis kpis={kpis} currency={currency} format={format} />
);

const Quality = ({ portfolio: { kpis, excluded, currency }, format }: TabsProps) => (
  <DataQuality kpis={kpis} arm="all" excluded={excluded} currency={currency} format={format} />
);

const dealCounts = ['deals', 'deals.won', 'deals.lost', 'deals.open'];

/** No deal at all, or none in the selection: created, closed or open. */
function isEmpty({ coverage, kpis }: Portfolio): boolean {
  if (coverage.dealsRead === 0) return coverage.complete;
  const counts = kpis.filter(({ id, arm }) => arm === 'all' && dealCounts.includes(id));
  return counts.length > 0 && counts.every(({ value }) => value === 0);
}

export const PortfolioTabs = (props: TabsProps) => {
  if (isEmpty(props.portfolio)) return <NoDeals filtered={props.filtered} />;
  return (
    <DrawnTabs
      tabs={[
        { id: 'overview', title: 'Overview', draw: () => <Overview {...props} /> },
        { id: 'partners', title: 'Partners', draw: () => <Partners {...props} /> },
        { id: 'map', title: 'Value map', draw: () => <ValueMap {...props} /> },
        { id: 'cycle', title: 'Life cycle', draw: () => <LifeCycle {...props} /> },
        { id: 'all', title: 'All KPIs', draw: () => <EveryKpi {...props} /> },
        { id: 'quality', title: 'Data quality', draw: () => <Quality {...props} /> },
      ]}
    />
  );
};
