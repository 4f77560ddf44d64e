import {
  Flex,
  Heading,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { PartnerRow } from '#contract/read-portfolio';
import { tierLabels } from '#domain/vocabulary';
import { nothing, type Format } from '../format.ts';
import {
  inOrder,
  partnerColumns,
  startingOrder,
  type PartnerColumn,
  type PartnerOrder,
} from './partner-order.ts';

const pageSize = 20;

const headings: Readonly<Record<PartnerColumn, string>> = {
  name: 'Partner',
  deals: 'Deals',
  won: 'Won of closed',
  winRate: 'Win rate (95 % interval)',
  credited: 'Won, credited',
  open: 'Open',
  level: 'Level',
};

interface HeadProps {
  readonly order: PartnerOrder;
  readonly setOrder: (order: PartnerOrder) => void;
}

const Head = ({ order, setOrder }: HeadProps) => (
  <TableHead>
    <TableRow>
      {partnerColumns.map((column) => (
        <TableHeader
          key={column}
          align={column === 'name' || column === 'level' ? 'left' : 'right'}
          sortDirection={order.column === column ? order.direction : 'none'}
          onSortChange={(direction) =>
            setOrder({ column, direction: direction === 'ascending' ? 'ascending' : 'descending' })
          }
        >
          {headings[column]}
        </TableHeader>
      ))}
    </TableRow>
  </TableHead>
);

/** Under five closed deals only the counts are shown: the server sends no rate then. */
const winRateText = ({ winRate, winRateInterval: interval }: PartnerRow, format: Format): string => {
  if (winRate === null) return nothing;
  const range = interval ? ` (${format.percent(interval[0])} to ${format.percent(interval[1])})` : '';
  return format.percent(winRate) + range;
};

const Row = ({ partner, format, currency }: { partner: PartnerRow; format: Format; currency: string }) => (
  <TableRow>
    <TableCell>{partner.name}</TableCell>
    <TableCell align="right">{format.count(partner.deals)}</TableCell>
    <TableCell align="right">{`${format.count(partner.won)} of ${format.count(partner.closed)}`}</TableCell>
    <TableCell align="right">{winRateText(partner, format)}</TableCell>
    <TableCell align="right">{format.money(partner.creditedWonMinor, currency)}</TableCell>
    <TableCell align="right">{format.money(partner.openMinor, currency)}</TableCell>
    <TableCell>{partner.level ? tierLabels[partner.level] : nothing}</TableCell>
  </TableRow>
);

interface PartnerTableProps {
  readonly partners: readonly PartnerRow[];
  readonly format: Format;
  readonly currency: string;
}

export const PartnerTable = ({ partners, format, currency }: PartnerTableProps) => {
  const [order, setOrder] = useState(startingOrder);
  const [wantedPage, setPage] = useState(1);
  const pageCount = Math.max(1, Math.ceil(partners.length / pageSize));
  const page = Math.min(wantedPage, pageCount);
  const rows = inOrder(partners, order).slice((page - 1) * pageSize, page * pageSize);
  const reorder = (next: PartnerOrder) => {
    setOrder(next);
    setPage(1);
  };
  return (
    <Flex direction="column" gap="sm">
      <Heading>Partners</Heading>
      <Table density="condensed" paginated pageCount={pageCount} page={page} onPageChange={setPage}>
        <Head order={order} setOrder={reorder} />
        <TableBody>
          {rows.map((partner) => (
            <Row key={partner.id} partner={partner} format={format} currency={currency} />
          ))}
        </TableBody>
      </Table>
      <Text variant="microcopy">
        Win rate is ordered by the lower end of its interval, so that a few lucky deals do not lead. Not
        adjusted: linked with, not caused. Under five closed deals there is no rate.
      </Text>
    </Flex>
  );
};
