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
import { meaningOf } from './meaning.ts';

interface KpiTableProps {
  readonly figures: readonly KpiFigure[];
  readonly format: Format;
  readonly currency: string;
  /** How each number is counted stands below its name. */
  readonly explained?: boolean;
}

const Cell = ({ kpi, format, currency }: { kpi: Kpi } & Pick<KpiTableProps, 'format' | 'currency'>) => {
  const { value, detail } = kpiText(kpi, format, currency);
  return (
    <Flex direction="column" gap="flush">
      <Text format={{ fontWeight: 'demibold' }}>{value}</Text>
      {detail && <Text variant="microcopy">{detail}</Text>}
    </Flex>
  );
};

const Name = ({ figure, explained = false }: { figure: KpiFigure } & Pick<KpiTableProps, 'explained'>) => {
  const meaning = explained ? meaningOf(figure) : '';
  return (
    <Flex direction="column" gap="flush">
      <Text>{figure.name}</Text>
      {meaning !== '' && <Text variant="microcopy">{meaning}</Text>}
    </Flex>
  );
};

const armIn = (figure: KpiFigure, arm: Arm): Kpi | undefined => figure.arms.find((one) => one.arm === arm);

const Row = ({
  figure,
  columns,
  explained = false,
  ...rest
}: { figure: KpiFigure; columns: readonly Arm[] } & Omit<KpiTableProps, 'figures'>) => (
  <TableRow>
    <TableCell>
      <Name figure={figure} explained={explained} />
    </TableCell>
    {columns.map((arm) => {
      const kpi = armIn(figure, arm);
      return <TableCell key={arm}>{kpi && <Cell kpi={kpi} {...rest} />}</TableCell>;
    })}
  </TableRow>
);

/** A side on which there is no deal at all has no column. */
const isThere = (figures: readonly KpiFigure[], arm: Arm): boolean =>
  figures.some((figure) => {
    const kpi = armIn(figure, arm);
    return kpi !== undefined && (arm !== 'unanswered' || kpi.n > 0);
  });

/** One row per number, one column per side. */
export const KpiTable = ({ figures, ...rest }: KpiTableProps) => {
  const columns = armOrder.filter((arm) => isThere(figures, arm));
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
          <Row key={figure.id + figure.name} figure={figure} columns={columns} {...rest} />
        ))}
      </TableBody>
    </Table>
  );
};
