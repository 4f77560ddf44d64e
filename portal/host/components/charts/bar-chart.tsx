import type { BarChartProps } from '@hubspot/ui-extensions';
import { Axes } from './axes.tsx';
import { chartData } from './chart-data.ts';
import type { ChartData, Point } from './chart-data.ts';
import { ChartFrame } from './frame.tsx';
import type { Hover, Plot } from './frame.tsx';
import { short } from './numbers.ts';
import { amountScale } from './scale.ts';
import type { Scale } from './scale.ts';

const widestBarPx = 56;

interface BarsProps {
  data: ChartData;
  plot: Plot;
  y: Scale;
  stacked: boolean;
  labelled: boolean;
  xOf: (at: number) => number;
}

function Bars({ data, plot, y, stacked, labelled, xOf }: BarsProps) {
  const beside = stacked ? 1 : Math.max(1, data.series.length);
  const bandPx = (plot.right - plot.left) / Math.max(1, data.xs.length);
  const barPx = Math.max(1, Math.min(widestBarPx, (bandPx * 0.76) / beside));
  const leftOf = ({ at }: Point, nth: number) => xOf(at) - (barPx * beside) / 2 + (stacked ? 0 : nth * barPx);
  return data.series.map(({ name, color, points }, nth) => (
    <g key={name} fill={color} data-series={name}>
      {points.map((point) => {
        const [top, bottom] = [
          y.toPx(Math.max(point.from, point.to)),
          y.toPx(Math.min(point.from, point.to)),
        ];
        const middle = stacked ? (top + bottom) / 2 + 4 : point.y < 0 ? bottom + 12 : top - 4;
        return (
          <g key={point.at}>
            <rect x={leftOf(point, nth) + 0.5} y={top} width={Math.max(1, barPx - 1)} height={bottom - top} />
            {labelled && (!stacked || bottom - top >= 12) ? (
              <text
                className="ui-data-label"
                data-inside={stacked}
                x={leftOf(point, nth) + barPx / 2}
                y={middle}
                textAnchor="middle"
              >
                {short(point.y)}
              </text>
            ) : null}
          </g>
        );
      })}
    </g>
  ));
}

/** One invisible column for each x: the tip shows wherever the pointer is above it. */
function Columns({ data, plot, hover }: { data: ChartData; plot: Plot; hover: Hover }) {
  const bandPx = (plot.right - plot.left) / Math.max(1, data.xs.length);
  return data.xs.map((x, at) => (
    <rect
      key={String(x)}
      className="ui-hover-column"
      data-active={hover.at === at}
      x={plot.left + at * bandPx}
      y={plot.top}
      width={bandPx}
      height={plot.bottom - plot.top}
      onMouseEnter={() => hover.enter(at)}
    />
  ));
}

/** Bars stand in the order of the data, whatever the type of x: HubSpot sorts nothing. */
export function BarChart(props: BarChartProps) {
  const data = chartData(props);
  const stacked = props.axes.options?.stacking ?? false;
  const labelled = props.options?.showDataLabels ?? false;
  const ends = data.series.flatMap(({ points }) => points.flatMap(({ from, to }) => [from, to]));
  const xOf = (at: number, { left, right }: Plot) =>
    left + ((at + 0.5) / Math.max(1, data.xs.length)) * (right - left);
  return (
    <ChartFrame
      kind="Bar chart"
      data={data}
      options={props.options}
      testId={props.testId}
      xOf={xOf}
      draw={(plot, hover) => {
        const y = amountScale(ends, plot.bottom, plot.top);
        const placed = (at: number) => xOf(at, plot);
        return (
          <>
            <Axes data={data} plot={plot} y={y} xOf={placed} />
            <Columns data={data} plot={plot} hover={hover} />
            <g className="ui-marks">
              <Bars data={data} plot={plot} y={y} stacked={stacked} labelled={labelled} xOf={placed} />
            </g>
          </>
        );
      }}
    />
  );
}
