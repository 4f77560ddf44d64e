import { Flex, Heading, List, Text } from '@hubspot/ui-extensions';
import type { Portfolio } from '#contract/read-portfolio';
import type { Format } from '../format.ts';
import { kpiFigures, type KpiFigure } from '../kpis/kpi-groups.ts';
import { FigureTable } from '../kpis/figure-table.tsx';

interface DataQualityProps {
  readonly portfolio: Portfolio;
  readonly format: Format;
}

/** What each number asks people to do. */
const advice: Readonly<Record<string, string>> = {
  K46: 'Ask sellers to answer on the deal card: a blank is not a "no".',
  K47: 'Tag while the deal is open: late tags are kept out of comparisons.',
  'K47.after_close': 'Made once the outcome was known.',
  'K47.in_cycle': 'Made near the close, when the outcome was nearly known.',
  K14: 'Confirmed tags among those that were decided.',
  K48: 'One line of evidence on a tag makes it hold in a dispute.',
  K49: 'Proposed tags wait for someone to confirm or dispute them.',
  'K03.proposed': 'Confirm or dispute them: credit goes to confirmed tags only.',
  'K13.blank': 'Lost deals without a reason say nothing about why.',
};

const isAbout = ({ id }: KpiFigure): boolean => id in advice;

const Excluded = ({ portfolio: { excluded }, format }: DataQualityProps) => {
  const some = excluded.filter(({ n }) => n > 0);
  return (
    <Flex direction="column" gap="xs">
      <Heading>Kept out of some numbers, or counted with a caveat</Heading>
      {some.length === 0 ? (
        <Text>Nothing is kept out.</Text>
      ) : (
        <List>
          {some.map(({ reason, n }) => (
            <Text key={reason} inline>{`${format.count(n)}: ${reason}`}</Text>
          ))}
        </List>
      )}
    </Flex>
  );
};

/** How far the numbers can be trusted, and what would make them better. */
export const DataQuality = (props: DataQualityProps) => {
  const { portfolio, format } = props;
  const figures = kpiFigures(portfolio.kpis.filter(({ arm }) => arm === 'all')).filter(isAbout);
  return (
    <Flex direction="column" gap="lg">
      <Flex direction="column" gap="sm">
        <Heading>How far the tags can be trusted</Heading>
        <FigureTable
          figures={figures}
          noteOf={({ id }) => advice[id] ?? ''}
          format={format}
          currency={portfolio.currency}
        />
      </Flex>
      <Excluded {...props} />
    </Flex>
  );
};
