import { AutoGrid, Flex, Heading, Statistics, StatisticsItem, Text, Tile } from '@hubspot/ui-extensions';
import type { Kpi } from '#domain/kpis/kpi';
import type { Format } from '../format.ts';
import { armLabels, kpiGroups, type KpiTile } from './kpi-groups.ts';
import { kpiText } from './kpi-text.ts';

interface KpiTilesProps {
  readonly kpis: readonly Kpi[];
  readonly format: Format;
  readonly currency: string;
}

const OneTile = ({ tile, format, currency }: { tile: KpiTile } & Omit<KpiTilesProps, 'kpis'>) => (
  <Tile compact>
    <Flex direction="column" gap="xs">
      <Text format={{ fontWeight: 'demibold' }}>{tile.name}</Text>
      <Statistics>
        {tile.arms.map((kpi) => {
          const { value, detail } = kpiText(kpi, format, currency);
          return (
            <StatisticsItem
              key={kpi.arm}
              id={`${kpi.id}-${kpi.arm}`}
              label={armLabels[kpi.arm]}
              number={value}
            >
              <Text variant="microcopy">{detail}</Text>
            </StatisticsItem>
          );
        })}
      </Statistics>
      {tile.raw && <Text variant="microcopy">Not adjusted: linked with, not caused.</Text>}
    </Flex>
  </Tile>
);

/** The numbers by dimension of partner value; every one with what stands behind it. */
export const KpiTiles = ({ kpis, format, currency }: KpiTilesProps) => (
  <Flex direction="column" gap="lg">
    {kpiGroups(kpis).map((group) => (
      <Flex key={group.title} direction="column" gap="sm">
        <Heading>{group.title}</Heading>
        <AutoGrid columnWidth={280} gap="sm" flexible>
          {group.tiles.map((tile) => (
            <OneTile key={tile.id + tile.name} tile={tile} format={format} currency={currency} />
          ))}
        </AutoGrid>
      </Flex>
    ))}
  </Flex>
);
