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

type Times = ComparisonReply['partnerTimes'];

const medianText = ({ median }: Times, format: Format): string =>
  median === null ? nothing : format.days(median.days);

const wonText = ({ wonBy }: Times, day: number, format: Format): string =>
  format.percent(wonBy.find((one) => one?.day === day)?.share ?? null);

const daysOf = ({ partnerTimes, noneTimes }: ComparisonReply): number[] => [
  ...new Set([...partnerTimes.wonBy, ...noneTimes.wonBy].flatMap((one) => one?.day ?? [])),
];

const Row = ({ title, partner, none }: { title: string; partner: string; none: string }) => (
  <TableRow>
    <TableCell>{title}</TableCell>
    <TableCell align="right">{partner}</TableCell>
    <TableCell align="right">{none}</TableCell>
  </TableRow>
);

function savedText({ daysSaved }: ComparisonReply, format: Format): string {
  if (daysSaved === null)
    return 'There are not enough deals to say whether partners are linked with faster deals.';
  const { days, interval, horizon } = daysSaved;
  const within = `within ${format.count(horizon)} days, 95 % interval`;
  const range = `${format.decimal(interval[0])} to ${format.decimal(interval[1])}`;
  if (interval[0] <= 0 && interval[1] >= 0)
    return `No clear difference in days to the close: ${range} days saved with a partner (${within}).`;
  return `Deals with a partner close ${format.days(Math.abs(days))} ${days > 0 ? 'sooner' : 'later'} on average: ${range} days saved (${within}). Association, not proof.`;
}

/** How fast both kinds of deals go on from the landmark, in the same mix of groups. */
export const Times = ({ comparison, format }: { comparison: ComparisonReply; format: Format }) => {
  const { partnerTimes: partner, noneTimes: none } = comparison;
  return (
    <Flex direction="column" gap="xs">
      <Text>{savedText(comparison, format)}</Text>
      <Table density="compact">
        <TableHead>
          <TableRow>
            <TableHeader>From {comparison.landmarkName} on</TableHeader>
            <TableHeader align="right">With a partner</TableHeader>
            <TableHeader align="right">No partner</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          <Row
            title="Median days to the close"
            partner={medianText(partner, format)}
            none={medianText(none, format)}
          />
          {daysOf(comparison).map((day) => (
            <Row
              key={day}
              title={`Won within ${day} days`}
              partner={wonText(partner, day, format)}
              none={wonText(none, day, format)}
            />
          ))}
        </TableBody>
      </Table>
    </Flex>
  );
};
