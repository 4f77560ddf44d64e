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

interface Group {
  readonly name: string;
  readonly difference: ComparisonReply['byStratum'][number]['difference'];
}

const widthOf = ({ difference }: Group): number =>
  difference === null ? Number.POSITIVE_INFINITY : difference.interval[1] - difference.interval[0];

/** Groups that say the most first: the narrower the interval, the more deals stand behind it. */
const groupsOf = ({ byStratum, stratumNames }: ComparisonReply): Group[] =>
  byStratum
    .map(({ stratum, difference }) => ({ name: stratumNames[stratum] ?? `Group ${stratum + 1}`, difference }))
    .sort((one, other) => (widthOf(one) === widthOf(other) ? 0 : widthOf(one) - widthOf(other)));

const Row = ({ group: { name, difference }, format }: { group: Group; format: Format }) => (
  <TableRow>
    <TableCell>{name}</TableCell>
    <TableCell align="right">{difference ? format.points(difference.value) : nothing}</TableCell>
    <TableCell align="right">
      {difference ? format.pointsRange(difference.interval) : 'Closed deals on one side only'}
    </TableCell>
  </TableRow>
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
        <TableHead>
          <TableRow>
            <TableHeader>Group</TableHeader>
            <TableHeader align="right">Difference with a partner</TableHeader>
            <TableHeader align="right">95 % interval</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {groups.slice((shown - 1) * pageSize, shown * pageSize).map((group) => (
            <Row key={group.name} group={group} format={format} />
          ))}
        </TableBody>
      </Table>
      <Text variant="microcopy">
        A single group holds few deals, so most intervals are wide. Groups that say the most come first.
      </Text>
    </Flex>
  );
};
