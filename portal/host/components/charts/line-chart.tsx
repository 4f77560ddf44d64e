import type { MouseEvent } from 'react';
import type { ChartFieldType, LineChartProps } from '@hubspot/ui-extensions';
import { Axes } from './axes.tsx';
import { chartData, toTime } from './chart-data.ts';
import type { ChartData, Series } from './chart-data.ts';
import { ChartFrame } from './frame.tsx';
import type { Hover, Plot } from './frame.tsx';
import { short } from './numbers.ts';
import { amountScale, valueScale } from './scale.ts';
import type { Scale } from './scale.ts';

const sidePx = 22;

/** Times and numbers stand where their value says; categories at equal distances, in the order of the data. */
function placesOf({ xs }: ChartData, type: ChartFieldType, plot: Plot): number[] {
  const [left, right] = [plot.left + sidePx, plot.right - sidePx];
  const values = xs.map((x, at) => (type === 'category' ? at : type === 'datetime' ? toTime(x) : Number(x)));
  const usable = values.every(Number.isFinite) ? values : xs.map((_, at) => at);
  return usable.map(valueScale(usable, left, right));
}

interface LinesProps {
  data: ChartData;
  places: number[];
  y: Scale;
  labelled: boolean;
}

function pathOf({ points }: Series, { places, y }: LinesProps): string {
  const inPlace = [...points].sort((a, b) => (places[a.at] ?? 0) - (places[b.at] ?? 0));
  return inPlace
    .map(({ at, to }, nth) => `${nth === 0 ? 'M' : 'L'}${places[at] ?? 0} ${y.toPx(to)}`)
    .join('');
}

function Lines(props: LinesProps) {
  const { data, places, y, labelled } = props;
  return data.series.map((series) => (
    <g key={series.name} data-series={series.name} stroke={series.color} fill={series.color}>
      <path className="ui-line" d={pathOf(series, props)} />
      {series.points.map(({ at, y: value, to }) => (
        <g key={at} transform={`translate(${places[at] ?? 0} ${y.toPx(to)})`}>
          <circle r="3" />
          {labelled ? (
            <text className="ui-data-label" y="-8" textAnchor="middle">
              {short(value)}
            </text>
          ) : null}
        </g>
      ))}
    </g>
  ));
}

function nearest(places: readonly number[], px: number): number {
  return places.reduce((best, place, at) => {
    const bestPlace = places[best] ?? Infinity;
    return Math.abs(place - px) < Math.abs(bestPlace - px) ? at : best;
  }, 0);
}

function HoverField({ places, plot, hover }: { places: readonly number[]; plot: Plot; hover: Hover }) {
  const follow = (event: MouseEvent<SVGRectElement>) => {
    const left = event.currentTarget.ownerSVGElement?.getBoundingClientRect().left ?? 0;
    hover.enter(nearest(places, event.clientX - left));
  };
  const line = hover.at === null ? undefined : places[hover.at];
  return (
    <>
      {line === undefined ? null : (
        <line className="ui-hover-line" x1={line} x2={line} y1={plot.top} y2={plot.bottom} />
      )}
      <rect
        className="ui-hover-column"
        x={plot.left}
        y={plot.top}
        width={plot.right - plot.left}
        height={plot.bottom - plot.top}
        onMouseMove={follow}
      />
    </>
  );
}

export function LineChart(props: LineChartProps) {
  const data = chartData(props);
  const { x } = props.axes;
  const labelled = props.options?.showDataLabels ?? false;
  const ends = data.series.flatMap(({ points }) => points.map(({ to }) => to));
  return (
    <ChartFrame
      kind="Line chart"
      data={data}
      options={props.options}
      testId={props.testId}
      xOf={(at, plot) => placesOf(data, x.fieldType, plot)[at] ?? plot.left}
      draw={(plot, hover) => {
        const y = amountScale(ends, plot.bottom, plot.top);
        const places = placesOf(data, x.fieldType, plot);
        return (
          <>
            <Axes data={data} plot={plot} y={y} xOf={(at) => places[at] ?? plot.left} />
            <g className="ui-marks">
              <Lines data={data} places={places} y={y} labelled={labelled} />
            </g>
            <HoverField places={places} plot={plot} hover={hover} />
          </>
        );
      }}
    />
  );
}
