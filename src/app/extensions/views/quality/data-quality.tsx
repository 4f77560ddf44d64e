import { Flex, Heading, List, Text } from '@hubspot/ui-extensions';
import type { Excluded as ExcludedCount } from '#contract/read-company';
import type { Arm, Kpi } from '#domain/kpis/kpi';
import type { Format } from '../format.ts';
import { kpiFigures, type KpiFigure } from '../kpis/kpi-groups.ts';
import { FigureTable } from '../kpis/figure-table.tsx';

interface DataQualityProps {
  readonly kpis: readonly Kpi[];
  /** The deals that the numbers on tags are about. */
  readonly arm: Arm;
  readonly excluded: readonly ExcludedCount[];
  readonly currency: string;
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

const Excluded = ({ excluded, format }: Pick<DataQualityProps, 'excluded' | 'format'>) => {
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
export const DataQuality = ({ kpis, arm, excluded, currency, format }: DataQualityProps) => (
  <Flex direction="column" gap="lg">
    <Flex direction="column" gap="sm">
      <Heading>How far the tags can be trusted</Heading>
      <FigureTable
        figures={kpiFigures(kpis.filter((kpi) => kpi.arm === arm)).filter(isAbout)}
        noteOf={({ id }) => advice[id] ?? ''}
        format={format}
        currency={currency}
      />
    </Flex>
    <Excluded excluded={excluded} format={format} />
  </Flex>
);
