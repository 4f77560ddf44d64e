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
import type { ComparisonReply } from '#contract/read-portfolio';
import { nothing, type Format } from '../../format.ts';
import { stratumLabels } from '../../words.ts';

interface RateTableProps {
  readonly comparison: ComparisonReply;
  readonly format: Format;
}

interface Lines {
  readonly lead: string;
  readonly below?: string;
}

const shareRange = ([low, high]: readonly [number, number], { percent }: Format): string =>
  `${percent(low)} to ${percent(high)}`;

const timesRange = ([low, high]: readonly [number | null, number | null], { decimal }: Format): string =>
  `${decimal(low ?? 0)} to ${high === null ? 'no upper limit' : decimal(high)}`;

const none: Lines = { lead: nothing };

const rateLines = ({ won, closed, rate, interval }: ComparisonReply['partner'], format: Format): Lines =>
  rate === null
    ? none
    : {
        lead: format.percent(rate),
        below: `${format.count(won)} of ${format.count(closed)} won${interval ? ` · ${shareRange(interval, format)}` : ''}`,
      };

type Found = ComparisonReply['crude'];

const differenceLines = ({ difference }: Pick<Found, 'difference'>, format: Format): Lines =>
  difference
    ? { lead: format.points(difference.value), below: format.pointsRange(difference.interval) }
    : none;

const ratioLines = ({ ratio }: Pick<Found, 'ratio'>, format: Format): Lines =>
  ratio ? { lead: `${format.decimal(ratio.value)}×`, below: timesRange(ratio.interval, format) } : none;

const Cell = ({ lead, below }: Lines) => (
  <TableCell align="right">
    <Flex direction="column" gap="flush">
      <Text format={{ fontWeight: 'demibold' }}>{lead}</Text>
      {below && <Text variant="microcopy">{below}</Text>}
    </Flex>
  </TableCell>
);

const Row = ({ title, below, cells }: { title: string; below: string; cells: readonly Lines[] }) => (
  <TableRow>
    <TableCell>
      <Flex direction="column" gap="flush">
        <Text>{title}</Text>
        <Text variant="microcopy">{below}</Text>
      </Flex>
    </TableCell>
    {cells.map((lines, at) => (
      <Cell key={at} {...lines} />
    ))}
  </TableRow>
);

const adjustedCells = ({ headline, adjusted: { standardised } }: ComparisonReply, format: Format): Lines[] =>
  headline === null || standardised === null
    ? [none, none, none, none]
    : [
        { lead: format.percent(standardised.partnerRate) },
        { lead: format.percent(standardised.noneRate) },
        differenceLines(headline, format),
        ratioLines(headline, format),
      ];

function adjustedBy({ factors, headline }: ComparisonReply): string {
  if (headline === null) return 'No number: the sentence above says why';
  return factors.length === 0
    ? 'No groups are chosen'
    : `By ${factors.map((factor) => stratumLabels[factor].toLowerCase()).join(', ')}`;
}

/** Win rates as they stand, and like with like, side by side. */
export const RateTable = ({ comparison, format }: RateTableProps) => (
  <Flex direction="column" gap="xs">
    <Table density="condensed">
      <TableHead>
        <TableRow>
          <TableHeader>Win rate</TableHeader>
          <TableHeader align="right">With a partner</TableHeader>
          <TableHeader align="right">No partner</TableHeader>
          <TableHeader align="right">Difference</TableHeader>
          <TableHeader align="right">Ratio</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        <Row
          title="Like with like"
          below={adjustedBy(comparison)}
          cells={adjustedCells(comparison, format)}
        />
        <Row
          title="As they stand"
          below="Not adjusted"
          cells={[
            rateLines(comparison.partner, format),
            rateLines(comparison.none, format),
            differenceLines(comparison.crude, format),
            ratioLines(comparison.crude, format),
          ]}
        />
      </TableBody>
    </Table>
    <Text variant="microcopy">
      {`Closed deals that reached ${comparison.landmarkName}. A partner counts where its tag was made by then and is confirmed. Ranges are 95 % intervals.`}
    </Text>
  </Flex>
);
