import {
  Flex,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { ComparisonReply } from '#contract/read-portfolio';
import { nothing, type Format } from '../../format.ts';

const pageSize = 10;

interface StratumTableProps {
  readonly comparison: ComparisonReply;
  readonly format: Format;
}

type Stratum = ComparisonReply['byStratum'][number];
type Side = Stratum['partner'];

/** Groups that say the most first: the more closed deals on the smaller side, the narrower the interval. */
const groupsOf = ({ byStratum }: ComparisonReply): Stratum[] =>
  byStratum.toSorted((one, other) => weightOf(other) - weightOf(one));

const weightOf = ({ partner, none }: Stratum): number =>
  Math.min(partner.closed, none.closed) + (partner.closed + none.closed) / 1e9;

/** Of a handful there are counts only, no rate. */
const sideText = ({ won, closed, rate }: Side, format: Format): string => {
  const counts = `${format.count(won)} of ${format.count(closed)}`;
  return rate === null ? counts : `${format.percent(rate)} (${counts})`;
};

const Row = ({ group, name, format }: { group: Stratum; name: string; format: Format }) => (
  <TableRow>
    <TableCell>{name}</TableCell>
    <TableCell align="right">{sideText(group.partner, format)}</TableCell>
    <TableCell align="right">{sideText(group.none, format)}</TableCell>
    <TableCell align="right">{group.difference ? format.points(group.difference.value) : nothing}</TableCell>
    <TableCell align="right">
      {group.difference ? format.pointsRange(group.difference.interval) : nothing}
    </TableCell>
  </TableRow>
);

const Head = () => (
  <TableHead>
    <TableRow>
      <TableHeader>Group</TableHeader>
      <TableHeader align="right">Won with a partner</TableHeader>
      <TableHeader align="right">Won without</TableHeader>
      <TableHeader align="right">Difference</TableHeader>
      <TableHeader align="right">95 % interval</TableHeader>
    </TableRow>
  </TableHead>
);

/** The difference within each group. */
export const StratumTable = ({ comparison, format }: StratumTableProps) => {
  const [page, setPage] = useState(1);
  const groups = groupsOf(comparison);
  const pageCount = Math.ceil(groups.length / pageSize);
  const shown = Math.min(page, pageCount);
  return (
    <Flex direction="column" gap="xs">
      <Table
        density="compact"
        paginated={pageCount > 1}
        pageCount={pageCount}
        page={shown}
        onPageChange={setPage}
      >
        <Head />
        <TableBody>
          {groups.slice((shown - 1) * pageSize, shown * pageSize).map((group) => (
            <Row
              key={group.stratum}
              group={group}
              name={comparison.stratumNames[group.stratum] ?? `Group ${group.stratum + 1}`}
              format={format}
            />
          ))}
        </TableBody>
      </Table>
      <Text variant="microcopy">
        Won of closed deals. The groups with the most deals to compare come first; with fewer than ten closed
        deals on a side there is no difference to speak of.
      </Text>
    </Flex>
  );
};
