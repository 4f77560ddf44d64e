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
import { reasonSentences, type Arm, type Kpi } from '#domain/kpis/kpi';
import { nothing, type Format } from '../format.ts';
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
      {detail && <Text variant="microcopy">{detail}</Text>}
    </Flex>
  );
};

const armIn = (figure: KpiFigure, arm: Arm): Kpi | undefined => figure.arms.find((one) => one.arm === arm);

/** Why no side has a number, where it is the same for all: said once, not in every cell. */
function sharedReason({ arms }: KpiFigure): string | null {
  const [first] = arms;
  const same = arms.every(({ value, reason }) => value === null && reason === first?.reason);
  return same && first?.reason ? reasonSentences[first.reason] : null;
}

const Row = ({
  figure,
  columns,
  ...rest
}: { figure: KpiFigure; columns: readonly Arm[] } & Omit<KpiTableProps, 'figures'>) => {
  const reason = sharedReason(figure);
  return (
    <TableRow>
      <TableCell>{figure.name}</TableCell>
      {reason ? (
        <TableCell colSpan={columns.length}>{`${nothing} ${reason}`}</TableCell>
      ) : (
        columns.map((arm) => {
          const kpi = armIn(figure, arm);
          return <TableCell key={arm}>{kpi && <Cell kpi={kpi} {...rest} />}</TableCell>;
        })
      )}
    </TableRow>
  );
};

/** One row per number, one column per side; a side that no number has gets no column. */
export const KpiTable = ({ figures, ...rest }: KpiTableProps) => {
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
          <Row key={figure.id + figure.name} figure={figure} columns={columns} {...rest} />
        ))}
      </TableBody>
    </Table>
  );
};
