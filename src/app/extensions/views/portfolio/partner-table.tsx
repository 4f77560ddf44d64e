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
import { useState } from 'react';
import type { PartnerRow, Portfolio } from '#contract/read-portfolio';
import { tierLabels } from '#domain/vocabulary';
import { nothing, type Format } from '../format.ts';
import { companyHref } from '../record-href.ts';
import { creditModelLabels, labelIn } from '../words.ts';
import {
  inOrder,
  partnerColumns,
  spreadOf,
  startingOrder,
  type PartnerColumn,
  type PartnerOrder,
} from './partner-order.ts';

const pageSize = 20;

type CreditModels = Portfolio['creditModels'];

const headingsWith = ([first, second]: CreditModels): Readonly<Record<PartnerColumn, string>> => ({
  name: 'Partner',
  deals: 'Deals',
  won: 'Won of closed',
  winRate: 'Win rate (95 % interval)',
  credited: `Credit: ${creditModelLabels[first].toLowerCase()}`,
  second: `Credit: ${creditModelLabels[second].toLowerCase()}`,
  spread: 'Spread',
  open: 'Open',
  level: 'Level',
});

interface HeadProps {
  readonly models: CreditModels;
  readonly order: PartnerOrder;
  readonly setOrder: (order: PartnerOrder) => void;
}

const Head = ({ models, order, setOrder }: HeadProps) => (
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
          {headingsWith(models)[column]}
        </TableHeader>
      ))}
    </TableRow>
  </TableHead>
);

/** Under five closed deals only the counts are shown: the server sends no rate then. */
const WinRate = ({
  partner: { winRate, winRateInterval: interval },
  format,
}: Pick<RowProps, 'partner' | 'format'>) =>
  winRate === null ? (
    nothing
  ) : (
    <Flex direction="column" gap="flush">
      <Text>{format.percent(winRate)}</Text>
      {interval && (
        <Text variant="microcopy">{`${format.percent(interval[0])} to ${format.percent(interval[1])}`}</Text>
      )}
    </Flex>
  );

interface RowProps {
  readonly partner: PartnerRow;
  readonly portalId: number;
  readonly format: Format;
  readonly currency: string;
}

const Row = ({ partner, portalId, format, currency }: RowProps) => (
  <TableRow>
    <TableCell>
      <Link href={companyHref(portalId, partner.id)}>{partner.name}</Link>
    </TableCell>
    <TableCell align="right">{format.count(partner.deals)}</TableCell>
    <TableCell align="right">{`${format.count(partner.won)} of ${format.count(partner.closed)}`}</TableCell>
    <TableCell align="right">
      <WinRate partner={partner} format={format} />
    </TableCell>
    <TableCell align="right">{format.money(partner.creditedWonMinor, currency)}</TableCell>
    <TableCell align="right">{format.money(partner.creditedSecondMinor, currency)}</TableCell>
    <TableCell align="right" width="min">
      {format.moneyChange(spreadOf(partner), currency)}
    </TableCell>
    <TableCell align="right">{format.money(partner.openMinor, currency)}</TableCell>
    <TableCell>{partner.level ? labelIn(tierLabels, partner.level) : nothing}</TableCell>
  </TableRow>
);

/** How far apart the two models are: the credit that changes hands between partners when the model changes. */
const movedBetween = (partners: readonly PartnerRow[]): number =>
  partners.reduce((sum, partner) => sum + Math.abs(spreadOf(partner)), 0) / 2;

const Notes = ({ partners, format, currency }: Omit<PartnerTableProps, 'portalId' | 'models'>) => (
  <Flex direction="column" gap="xs">
    <Text variant="microcopy">
      {`Credit splits the amount of a won deal among its confirmed partners, so each credit column adds up. Between the two models ${format.money(movedBetween(partners), currency)} change hands.`}
    </Text>
    <Text variant="microcopy">
      A deal with several partners stands in several rows: do not add deals, wins or open amounts.
    </Text>
    <Text variant="microcopy">
      Win rate is ordered by the lower end of its interval, so that a few lucky deals do not lead. Not
      adjusted: linked with, not caused. Under five closed deals there is no rate.
    </Text>
  </Flex>
);

interface PartnerTableProps {
  readonly partners: readonly PartnerRow[];
  /** The credit models of the two credit columns. */
  readonly models: CreditModels;
  readonly portalId: number;
  readonly format: Format;
  readonly currency: string;
}

export const PartnerTable = ({ partners, models, ...rest }: PartnerTableProps) => {
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
      <Table
        density="condensed"
        paginated={pageCount > 1}
        pageCount={pageCount}
        page={page}
        onPageChange={setPage}
      >
        <Head models={models} order={order} setOrder={reorder} />
        <TableBody>
          {rows.map((partner) => (
            <Row key={partner.id} partner={partner} {...rest} />
          ))}
        </TableBody>
      </Table>
      <Notes partners={partners} {...rest} />
    </Flex>
  );
};
