import { EmptyState, Flex, Tab, Tabs, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { Portfolio } from '#contract/read-portfolio';
import type { Format } from '../format.ts';
import { KpiGroups } from '../kpis/kpi-groups-view.tsx';
import { DataQuality } from './data-quality.tsx';
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

const AllKpis = ({ portfolio: { kpis, currency }, format }: TabsProps) => (
  <Flex direction="column" gap="sm">
    <Text variant="microcopy">
      n is how many records stand behind a number. A 95 % interval is where the true value most likely lies:
      the fewer records, the wider.
    </Text>
    <KpiGroups kpis={kpis} format={format} currency={currency} folded />
  </Flex>
);

const pages = [
  { id: 'overview', title: 'Overview', Content: Overview },
  { id: 'partners', title: 'Partners', Content: Partners },
  { id: 'map', title: 'Value map', Content: ValueMap },
  { id: 'cycle', title: 'Life cycle', Content: LifeCycle },
  { id: 'all', title: 'All KPIs', Content: AllKpis },
  { id: 'quality', title: 'Data quality', Content: DataQuality },
] as const;

const dealCounts = ['deals', 'deals.won', 'deals.lost', 'deals.open'];

/** No deal at all, or none in the selection: created, closed or open. */
function isEmpty({ coverage, kpis }: Portfolio): boolean {
  if (coverage.dealsRead === 0) return coverage.complete;
  const counts = kpis.filter(({ id, arm }) => arm === 'all' && dealCounts.includes(id));
  return counts.length > 0 && counts.every(({ value }) => value === 0);
}

/** One tab is drawn at a time: what nobody looks at costs no time after a click on a filter. */
export const PortfolioTabs = (props: TabsProps) => {
  const [open, setOpen] = useState<string | number>('overview');
  if (isEmpty(props.portfolio)) return <NoDeals filtered={props.filtered} />;
  return (
    <Tabs selected={open} onSelectedChange={(id: string | number) => setOpen(id)}>
      {pages.map(({ id, title, Content }) => (
        <Tab key={id} tabId={id} title={title}>
          {open === id && <Content {...props} />}
        </Tab>
      ))}
    </Tabs>
  );
};
