import {
  Accordion,
  BarChart,
  Flex,
  Heading,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@hubspot/ui-extensions';
import type { TierMixMonth } from '#contract/read-portfolio';
import { tierLabels, tiers } from '#domain/vocabulary';
import type { Format } from '../../format.ts';

interface TierMixProps {
  readonly mix: readonly TierMixMonth[];
  readonly format: Format;
}

const Chart = ({ mix, format }: TierMixProps) => (
  <BarChart
    data={mix.map(({ month, tier, deals }) => ({
      month: format.month(month),
      tier: tierLabels[tier],
      deals,
    }))}
    axes={{
      x: { field: 'month', fieldType: 'category', label: 'Month' },
      y: { field: 'deals', fieldType: 'linear', label: 'Deals' },
      options: { groupFieldByColor: 'tier', stacking: true },
    }}
    options={{ showLegend: true, showTooltips: true }}
  />
);

/** The same numbers for those who cannot see the chart, and for copying. */
const AsTable = ({ mix, format }: TierMixProps) => (
  <Table density="compact">
    <TableHead>
      <TableRow>
        <TableHeader>Month</TableHeader>
        {tiers.map((tier) => (
          <TableHeader key={tier} align="right">
            {tierLabels[tier]}
          </TableHeader>
        ))}
      </TableRow>
    </TableHead>
    <TableBody>
      {[...new Set(mix.map(({ month }) => month))].map((month) => (
        <TableRow key={month}>
          <TableCell>{format.month(month)}</TableCell>
          {tiers.map((tier) => (
            <TableCell key={tier} align="right">
              {format.count(mix.find((one) => one.month === month && one.tier === tier)?.deals ?? 0)}
            </TableCell>
          ))}
        </TableRow>
      ))}
    </TableBody>
  </Table>
);

export const TierMix = ({ mix, format }: TierMixProps) => {
  const inTime = mix.toSorted(
    (a, b) => a.month.localeCompare(b.month) || tiers.indexOf(a.tier) - tiers.indexOf(b.tier),
  );
  return inTime.length === 0 ? null : (
    <Flex direction="column" gap="sm">
      <Heading>Tier mix by month</Heading>
      <Chart mix={inTime} format={format} />
      <Accordion title="Tier mix as a table" size="sm" defaultOpen={false}>
        <AsTable mix={inTime} format={format} />
      </Accordion>
    </Flex>
  );
};
