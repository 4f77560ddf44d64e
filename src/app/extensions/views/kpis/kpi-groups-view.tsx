import { Accordion, Flex, Heading, Text } from '@hubspot/ui-extensions';
import type { Kpi } from '#domain/kpis/kpi';
import type { Format } from '../format.ts';
import { FigureTable } from './figure-table.tsx';
import { kpiGroups, type KpiGroup } from './kpi-groups.ts';
import { KpiTable } from './kpi-table.tsx';
import { meaningOf } from './meaning.ts';
import { MissingFigures, sharedReason } from './missing-figures.tsx';

interface KpiGroupsProps {
  readonly kpis: readonly Kpi[];
  readonly format: Format;
  readonly currency: string;
  /** Each dimension folds away, the first one is open: for many numbers. */
  readonly folded?: boolean;
}

/** What has two sides stands side by side; what stands for itself says how it is counted. */
const Group = ({ group, ...rest }: { group: KpiGroup } & Pick<KpiGroupsProps, 'format' | 'currency'>) => {
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

/** The numbers by dimension of partner value; every one with what stands behind it. */
export const KpiGroups = ({ kpis, folded = false, ...rest }: KpiGroupsProps) => (
  <Flex direction="column" gap={folded ? 'xs' : 'lg'}>
    {kpiGroups(kpis).map((group, at) =>
      folded ? (
        <Accordion key={group.title} title={group.title} size="sm" defaultOpen={at === 0}>
          <Group group={group} {...rest} />
        </Accordion>
      ) : (
        <Flex key={group.title} direction="column" gap="sm">
          <Heading>{group.title}</Heading>
          <Group group={group} {...rest} />
        </Flex>
      ),
    )}
  </Flex>
);
