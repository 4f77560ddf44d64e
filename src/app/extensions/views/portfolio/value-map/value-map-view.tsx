import {
  Flex,
  Select,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { Portfolio } from '#contract/read-portfolio';
import { lifeCycleStageLabels, lifeCycleStages, tierLabels, type Tier } from '#domain/vocabulary';
import type { Format } from '../../format.ts';
import { optionsOf } from '../../words.ts';
import { Cell } from './cell.tsx';
import { dimensionLabels, dimensions, type Dimension } from './dimensions.ts';

interface ValueMapProps {
  readonly portfolio: Portfolio;
  readonly format: Format;
}

const Row = ({
  dimension,
  tier,
  portfolio: { valueMap, currency },
  format,
}: ValueMapProps & { dimension: Dimension; tier: Tier | null }) => (
  <TableRow>
    <TableCell>
      <Text format={{ fontWeight: 'demibold' }}>{dimensionLabels[dimension]}</Text>
    </TableCell>
    {lifeCycleStages.map((stage) => {
      const cell = valueMap.find(
        (one) => one.dimension === dimension && one.stage === stage && one.tier === tier,
      );
      return (
        <TableCell key={stage} align="center">
          {cell && <Cell cell={cell} format={format} currency={currency} />}
        </TableCell>
      );
    })}
  </TableRow>
);

/** Where in the life cycle partners create which kind of value, for all tiers together or one. */
export const ValueMap = (props: ValueMapProps) => {
  const [tier, setTier] = useState<Tier | null>(null);
  return (
    <Flex direction="column" gap="md">
      <Flex gap="md" align="end" wrap>
        <Select
          name="mapTier"
          label="Tier of the partner tags"
          options={[{ label: 'All tiers', value: '' }, ...optionsOf(tierLabels)]}
          value={tier ?? ''}
          onChange={(chosen) => setTier(chosen === '' ? null : (chosen as Tier))}
        />
      </Flex>
      <Table density="condensed">
        <TableHead>
          <TableRow>
            <TableHeader>Value</TableHeader>
            {lifeCycleStages.map((stage) => (
              <TableHeader key={stage} align="center">
                {lifeCycleStageLabels[stage]}
              </TableHeader>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {dimensions.map((dimension) => (
            <Row key={dimension} dimension={dimension} tier={tier} {...props} />
          ))}
        </TableBody>
      </Table>
      <Text variant="microcopy">
        Deals with a partner only: the map says where partners are at work, and compares them with nothing. A
        cell is empty where no number belongs, or no tag touches the stage. Open a cell for what stands behind
        it.
      </Text>
    </Flex>
  );
};
