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
import type { Arm, Kpi } from '#domain/kpis/kpi';
import type { Format } from '../format.ts';
import { armLabels, armOrder, type KpiFigure } from './kpi-groups.ts';
import { kpiText } from './kpi-text.ts';

interface KpiTableProps {
  readonly figures: readonly KpiFigure[];
  readonly format: Format;
  readonly currency: string;
}

const Cell = ({ kpi, format, currency }: { kpi: Kpi } & Omit<KpiTableProps, 'figures'>) => {
  const { value, detail } = kpiText(kpi, format, currency);
  return (
    <Flex direction="column" gap="flush">
      <Text format={{ fontWeight: 'demibold' }}>{value}</Text>
      <Text variant="microcopy">{detail}</Text>
    </Flex>
  );
};

const armIn = (figure: KpiFigure, arm: Arm): Kpi | undefined => figure.arms.find((one) => one.arm === arm);

/** One row per number, one column per side; a side that no number has gets no column. */
export const KpiTable = ({ figures, format, currency }: KpiTableProps) => {
  const columns = armOrder.filter((arm) => figures.some((figure) => armIn(figure, arm)));
  return (
    <Table density="condensed" flush>
      <TableHead>
        <TableRow>
          <TableHeader>Number</TableHeader>
          {columns.map((arm) => (
            <TableHeader key={arm}>{armLabels[arm]}</TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {figures.map((figure) => (
          <TableRow key={figure.id + figure.name}>
            <TableCell>{figure.name}</TableCell>
            {columns.map((arm) => {
              const kpi = armIn(figure, arm);
              return (
                <TableCell key={arm}>
                  {kpi && <Cell kpi={kpi} format={format} currency={currency} />}
                </TableCell>
              );
            })}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};
