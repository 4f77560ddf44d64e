import { AutoGrid, Flex, Heading, Statistics, StatisticsItem, Text, Tile } from '@hubspot/ui-extensions';
import type { Kpi } from '#domain/kpis/kpi';
import type { Format } from '../format.ts';
import { kpiGroups, type KpiFigure, type KpiGroup } from './kpi-groups.ts';
import { KpiTable } from './kpi-table.tsx';
import { kpiText } from './kpi-text.ts';
import { MissingFigures, sharedReason } from './missing-figures.tsx';

interface KpiGroupsProps {
  readonly kpis: readonly Kpi[];
  readonly format: Format;
  readonly currency: string;
}

const FigureTile = ({ figure, format, currency }: { figure: KpiFigure } & Omit<KpiGroupsProps, 'kpis'>) => (
  <Tile compact>
    <Statistics>
      {figure.arms.map((kpi) => {
        const { value, detail } = kpiText(kpi, format, currency);
        return (
          <StatisticsItem key={kpi.arm} id={kpi.id} label={figure.name} number={value}>
            {detail && <Text variant="microcopy">{detail}</Text>}
          </StatisticsItem>
        );
      })}
    </Statistics>
  </Tile>
);

/** What stands for itself in tiles; what has two sides in a table, side by side. */
const Group = ({ group, ...rest }: { group: KpiGroup } & Omit<KpiGroupsProps, 'kpis'>) => {
  const known = group.figures.filter((figure) => sharedReason(figure) === null);
  const single = known.filter(({ arms }) => arms.length < 2);
  const sided = known.filter(({ arms }) => arms.length > 1);
  return (
    <Flex direction="column" gap="sm">
      <Heading>{group.title}</Heading>
      {sided.length > 0 && <KpiTable figures={sided} {...rest} />}
      {single.length > 0 && (
        <AutoGrid columnWidth={240} gap="sm" flexible>
          {single.map((figure) => (
            <FigureTile key={figure.id + figure.name} figure={figure} {...rest} />
          ))}
        </AutoGrid>
      )}
      <MissingFigures figures={group.figures} />
      {sided.some(({ raw }) => raw) && (
        <Text variant="microcopy">Not adjusted: linked with, not caused.</Text>
      )}
    </Flex>
  );
};

/** The numbers by dimension of partner value; every one with what stands behind it. */
export const KpiGroups = ({ kpis, ...rest }: KpiGroupsProps) => (
  <Flex direction="column" gap="lg">
    {kpiGroups(kpis).map((group) => (
      <Group key={group.title} group={group} {...rest} />
    ))}
  </Flex>
);
