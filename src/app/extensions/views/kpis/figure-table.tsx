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
import type { Format } from '../format.ts';
import type { KpiFigure } from './kpi-groups.ts';
import { kpiText } from './kpi-text.ts';

interface FigureTableProps {
  /** Numbers that have one side only. */
  readonly figures: readonly KpiFigure[];
  readonly noteOf: (figure: KpiFigure) => string;
  readonly format: Format;
  readonly currency: string;
}

/** Pixels: room for an interval on two lines, also beside a long meaning. */
const valueWidth = 180;

/** One number per row, with what stands behind it and what it means. */
export const FigureTable = ({ figures, noteOf, format, currency }: FigureTableProps) => (
  <Table density="condensed">
    <TableHead>
      <TableRow>
        <TableHeader>Number</TableHeader>
        <TableHeader width={valueWidth}>Value</TableHeader>
        <TableHeader>What it means</TableHeader>
      </TableRow>
    </TableHead>
    <TableBody>
      {figures.map((figure) => {
        const [kpi] = figure.arms;
        const { value, detail } = kpi ? kpiText(kpi, format, currency) : { value: '', detail: '' };
        return (
          <TableRow key={figure.id + figure.name}>
            <TableCell>{figure.name}</TableCell>
            <TableCell width={valueWidth}>
              <Flex direction="column" gap="flush">
                <Text format={{ fontWeight: 'demibold' }}>{value}</Text>
                {detail && <Text variant="microcopy">{detail}</Text>}
              </Flex>
            </TableCell>
            <TableCell>{noteOf(figure)}</TableCell>
          </TableRow>
        );
      })}
    </TableBody>
  </Table>
);
