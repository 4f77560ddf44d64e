import { Accordion, Flex, Text } from '@hubspot/ui-extensions';
import type { Kpi } from '#domain/kpis/kpi';
import type { Format } from '../format.ts';
import { FigureTable } from './figure-table.tsx';
import { kpiGroups, type KpiGroup } from './kpi-groups.ts';
import { KpiTable } from './kpi-table.tsx';
import { meaningOf } from './meaning.ts';
import { MissingFigures, sharedReason } from './missing-figures.tsx';

interface AllKpisProps {
  readonly kpis: readonly Kpi[];
  readonly format: Format;
  readonly currency: string;
}

/** What has two sides stands side by side; what stands for itself says how it is counted. */
const Group = ({ group, ...rest }: { group: KpiGroup } & Omit<AllKpisProps, 'kpis'>) => {
  const known = group.figures.filter((figure) => sharedReason(figure) === null);
  const single = known.filter(({ arms }) => arms.length < 2);
  const sided = known.filter(({ arms }) => arms.length > 1);
  return (
    <Flex direction="column" gap="sm">
      {sided.length > 0 && <KpiTable figures={sided} explained {...rest} />}
      {sided.some(({ raw }) => raw) && (
        <Text variant="microcopy">Not adjusted: linked with, not caused.</Text>
      )}
      {single.length > 0 && <FigureTable figures={single} noteOf={meaningOf} {...rest} />}
      <MissingFigures figures={group.figures} />
    </Flex>
  );
};

/** Every number by dimension of partner value, with what stands behind it; each dimension folds away. */
export const AllKpis = ({ kpis, ...rest }: AllKpisProps) => (
  <Flex direction="column" gap="xs">
    <Text variant="microcopy">
      n is how many records stand behind a number. A 95 % interval is where the true value most likely lies:
      the fewer records, the wider.
    </Text>
    {kpiGroups(kpis).map((group, at) => (
      <Accordion key={group.title} title={group.title} size="sm" defaultOpen={at === 0}>
        <Group group={group} {...rest} />
      </Accordion>
    ))}
  </Flex>
);
