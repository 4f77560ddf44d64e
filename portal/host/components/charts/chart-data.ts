import type { ChartProps } from '@hubspot/ui-extensions';
import { seriesColors } from './colors.ts';

export interface Point {
  /** Place in `xs`. */
  at: number;
  y: number;
  /** Where the mark begins and ends on the y axis: [0, y], or the layers of a stack. */
  from: number;
  to: number;
}

export interface Series {
  name: string;
  label: string;
  color: string;
  points: Point[];
}

export interface ChartData {
  xs: readonly (string | number)[];
  xLabel: string;
  yLabel: string;
  series: Series[];
  labelOfX: (x: string | number) => string;
}

const toNumber = (value: string | number | undefined): number => {
  const number = typeof value === 'string' && value.trim() === '' ? NaN : Number(value ?? NaN);
  return Number.isFinite(number) ? number : NaN;
};

type Rows = Record<string, number | string>[];

const rowsOf = ({ data }: ChartProps): Rows => (Array.isArray(data) ? data : data.data);

/** y by series and x. Rows that say the same x and series twice add up. */
function sumsOf(rows: Rows, { x, y, options }: ChartProps['axes']) {
  const xs = new Map<string | number, number>();
  const bySeries = new Map<string, Map<number, number>>();
  const group = options?.groupFieldByColor;
  for (const row of rows) {
    const xValue = row[x.field];
    const yValue = toNumber(row[y.field]);
    if (xValue === undefined || Number.isNaN(yValue)) continue;
    const at = xs.get(xValue) ?? xs.size;
    xs.set(xValue, at);
    const name = group ? String(row[group] ?? '') : y.field;
    const sums = bySeries.get(name) ?? new Map<number, number>();
    sums.set(at, (sums.get(at) ?? 0) + yValue);
    bySeries.set(name, sums);
  }
  return { xs: [...xs.keys()], bySeries };
}

/** Above zero and below zero pile up apart, so that a loss never hides a gain. */
function stack(series: Series[]): void {
  const tops = new Map<string, number>();
  for (const { points } of series) {
    for (const point of points) {
      const key = `${point.y < 0 ? '-' : '+'}${point.at}`;
      point.from = tops.get(key) ?? 0;
      point.to = point.from + point.y;
      tops.set(key, point.to);
    }
  }
}

const shortDay = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A timestamp in milliseconds, or a text that names a day. NaN where it is neither. */
export const toTime = (x: string | number): number =>
  typeof x === 'number' ? x : /^\d{10,}$/.test(x) ? Number(x) : Date.parse(x);

export function chartData(props: ChartProps): ChartData {
  const { axes, data } = props;
  const { x, y, options } = axes;
  const labels = Array.isArray(data) ? undefined : data.options?.propertyLabels;
  const { xs, bySeries } = sumsOf(rowsOf(props), axes);
  const group = options?.groupFieldByColor;
  const names = [...bySeries.keys()];
  const colors = seriesColors(names, options?.colors, props.options?.colorList ?? props.options?.colors);
  const series = names.map((name, nth) => ({
    name,
    label: group ? (labels?.[group]?.[name] ?? name) : (y.label ?? y.field),
    color: colors[nth] ?? '',
    points: [...(bySeries.get(name) ?? [])]
      .map(([at, value]) => ({ at, y: value, from: 0, to: value }))
      .sort((a, b) => a.at - b.at),
  }));
  if (options?.stacking) stack(series);
  const dated = (value: string | number) => {
    const time = toTime(value);
    return Number.isNaN(time) ? String(value) : shortDay.format(time);
  };
  return {
    xs,
    series,
    xLabel: x.label ?? x.field,
    yLabel: y.label ?? y.field,
    labelOfX: (value) =>
      labels?.[x.field]?.[String(value)] ?? (x.fieldType === 'datetime' ? dated(value) : String(value)),
  };
}
