import {
  Flex,
  Link,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { tierLabels } from '#domain/vocabulary';
import { companyHref } from '../record-href.ts';
import { labelIn } from '../words.ts';
import type { AccountProps } from './customer-account.tsx';

const Head = () => (
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
);

const Row = ({
  partner,
  account: { currency },
  portalId,
  format,
}: AccountProps & { partner: AccountProps['account']['partners'][number] }) => (
  <TableRow>
    <TableCell>
      <Link href={companyHref(portalId, partner.id)}>{partner.name}</Link>
    </TableCell>
    <TableCell>{labelIn(tierLabels, partner.highestTier)}</TableCell>
    <TableCell width="min">{format.day(partner.firstEnteredOn)}</TableCell>
    <TableCell align="right">{format.count(partner.deals)}</TableCell>
    <TableCell align="right">{format.count(partner.won)}</TableCell>
    <TableCell align="right">{format.money(partner.uniqueWonMinor, currency)}</TableCell>
    <TableCell align="right">{format.money(partner.creditedWonMinor, currency)}</TableCell>
  </TableRow>
);

/** Each partner of the account with its wins in full and credited, side by side. */
export const AccountPartners = (props: AccountProps) => (
  <Flex direction="column" gap="xs">
    <Table density="condensed">
      <Head />
      <TableBody>
        {props.account.partners.map((partner) => (
          <Row key={partner.id} partner={partner} {...props} />
        ))}
      </TableBody>
    </Table>
    <Text variant="microcopy">
      “Won, in full” counts every won deal of a partner whole, so deals with several partners appear more than
      once: do not add this column. “Won, credited” splits each deal among its confirmed partners, so this
      column adds up.
    </Text>
  </Flex>
);
