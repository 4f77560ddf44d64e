import {
  EmptyState,
  Flex,
  Heading,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Tag,
  Text,
} from '@hubspot/ui-extensions';
import type { CustomerAccount } from '#contract/read-company';
import { stackFunctionLabels, tierLabels, type StackFunction } from '#domain/vocabulary';
import type { Format } from '../format.ts';
import { KpiHeadline } from '../kpis/kpi-headline.tsx';
import { KpiGroups } from '../kpis/kpi-groups-view.tsx';
import { labelIn } from '../words.ts';

interface AccountProps {
  readonly account: CustomerAccount;
  readonly format: Format;
}

const PartnerTable = ({ account, format }: AccountProps) => (
  <Table density="condensed">
    <TableHead>
      <TableRow>
        <TableHeader>Partner</TableHeader>
        <TableHeader>Highest tier</TableHeader>
        <TableHeader>First entered</TableHeader>
        <TableHeader align="right">Deals</TableHeader>
        <TableHeader align="right">Won</TableHeader>
        <TableHeader align="right">Won, in full</TableHeader>
        <TableHeader align="right">Won, credited</TableHeader>
      </TableRow>
    </TableHead>
    <TableBody>
      {account.partners.map((partner) => (
        <TableRow key={partner.id}>
          <TableCell>{partner.name}</TableCell>
          <TableCell>{labelIn(tierLabels, partner.highestTier)}</TableCell>
          <TableCell>{format.day(partner.firstEnteredOn)}</TableCell>
          <TableCell align="right">{format.count(partner.deals)}</TableCell>
          <TableCell align="right">{format.count(partner.won)}</TableCell>
          <TableCell align="right">{format.money(partner.uniqueWonMinor, account.currency)}</TableCell>
          <TableCell align="right">{format.money(partner.creditedWonMinor, account.currency)}</TableCell>
        </TableRow>
      ))}
    </TableBody>
  </Table>
);

const Partners = ({ account, format }: AccountProps) => (
  <Flex direction="column" gap="sm">
    <Heading>Partners on this account</Heading>
    {account.partners.length === 0 ? (
      <EmptyState title="No partner yet" layout="vertical" imageName="companies" flush>
        <Text>No deal of this account has a partner tag. Tag partners on the deals.</Text>
      </EmptyState>
    ) : (
      <>
        <PartnerTable account={account} format={format} />
        <Text variant="microcopy">
          “Won, in full” counts every won deal of a partner whole, so deals with several partners appear more
          than once: do not add this column. “Won, credited” splits each deal among its confirmed partners, so
          this column adds up.
        </Text>
      </>
    )}
  </Flex>
);

const Functions = ({
  functions,
  variant,
}: {
  functions: readonly StackFunction[];
  variant: 'success' | 'default';
}) => (
  <Flex gap="xs" wrap>
    {functions.map((one) => (
      <Tag key={one} variant={variant}>
        {stackFunctionLabels[one]}
      </Tag>
    ))}
    {functions.length === 0 && <Text>None</Text>}
  </Flex>
);

const leads = [
  { id: 'won.attached', arm: 'all', label: 'Won with partners' },
  { id: 'open.amount', arm: 'partner', label: 'Open with partners' },
  { id: 'K03', arm: 'all', label: 'Deals with a partner' },
] as const;

export const CustomerAccountView = ({ account, format }: AccountProps) => (
  <Flex direction="column" gap="lg">
    <KpiHeadline kpis={account.kpis} leads={leads} format={format} currency={account.currency} />
    <Partners account={account} format={format} />
    <Flex direction="column" gap="xs">
      <Heading>Full stack</Heading>
      <Text>Covered by partners</Text>
      <Functions functions={account.fullStack.covered} variant="success" />
      <Text>Missing</Text>
      <Functions functions={account.fullStack.missing} variant="default" />
    </Flex>
    <KpiGroups kpis={account.kpis} format={format} currency={account.currency} />
  </Flex>
);
