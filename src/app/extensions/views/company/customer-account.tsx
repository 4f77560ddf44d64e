import { EmptyState, Flex, Heading, Tag, Text } from '@hubspot/ui-extensions';
import type { CustomerAccount } from '#contract/read-company';
import { stackFunctionLabels, type StackFunction } from '#domain/vocabulary';
import { DrawnTabs } from '../drawn-tabs.tsx';
import type { Format } from '../format.ts';
import { AllKpis } from '../kpis/all-kpis.tsx';
import { KpiHeadline } from '../kpis/kpi-headline.tsx';
import { DataQuality } from '../quality/data-quality.tsx';
import { AccountPartners } from './account-partners.tsx';

export interface AccountProps {
  readonly account: CustomerAccount;
  readonly portalId: number;
  readonly format: Format;
}

const Partners = (props: AccountProps) => (
  <Flex direction="column" gap="sm">
    <Heading>Partners on this account</Heading>
    {props.account.partners.length === 0 ? (
      <EmptyState title="No partner yet" layout="vertical" imageName="companies" flush>
        <Text>No deal of this account has a partner tag. Tag partners on the deals.</Text>
      </EmptyState>
    ) : (
      <AccountPartners {...props} />
    )}
  </Flex>
);

const Functions = ({
  title,
  functions,
  none,
  variant,
}: {
  title: string;
  functions: readonly StackFunction[];
  none: string;
  variant: 'success' | 'warning';
}) => (
  <Flex direction="column" gap="xs">
    <Text>{title}</Text>
    <Flex gap="xs" wrap>
      {functions.map((one) => (
        <Tag key={one} variant={variant}>
          {stackFunctionLabels[one]}
        </Tag>
      ))}
      {functions.length === 0 && <Text>{none}</Text>}
    </Flex>
  </Flex>
);

const FullStack = ({ account: { fullStack } }: AccountProps) => (
  <Flex direction="column" gap="xs">
    <Heading>Full stack</Heading>
    <Flex gap="xl" wrap>
      <Functions
        title="Covered by partners"
        functions={fullStack.covered}
        none="Nothing yet"
        variant="success"
      />
      <Functions
        title="Missing"
        functions={fullStack.missing}
        none="Nothing: partners cover it all"
        variant="warning"
      />
    </Flex>
  </Flex>
);

const leads = [
  { id: 'won.attached', arm: 'all', label: 'Won with partners' },
  { id: 'open.amount', arm: 'partner', label: 'Open with partners' },
  { id: 'K03', arm: 'all', label: 'Deals with a partner' },
] as const;

const Overview = (props: AccountProps) => (
  <Flex direction="column" gap="lg">
    <KpiHeadline
      kpis={props.account.kpis}
      leads={leads}
      format={props.format}
      currency={props.account.currency}
    />
    <Partners {...props} />
    <FullStack {...props} />
  </Flex>
);

export const CustomerAccountView = (props: AccountProps) => {
  const { kpis, currency, counted } = props.account;
  const numbers = { kpis, currency, format: props.format };
  return (
    <DrawnTabs
      tabs={[
        { id: 'overview', title: 'Overview', draw: () => <Overview {...props} /> },
        { id: 'all', title: 'All KPIs', draw: () => <AllKpis {...numbers} /> },
        {
          id: 'quality',
          title: 'Data quality',
          draw: () => <DataQuality {...numbers} arm="all" excluded={counted.excluded} />,
        },
      ]}
    />
  );
};
