import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { ChartOptions } from '@hubspot/ui-extensions';
import type { ChartData } from './chart-data.ts';
import { DataTable } from './data-table.tsx';
import { Legend } from './legend.tsx';
import { ChartTip } from './tip.tsx';

export interface Plot {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const widthBeforeMeasuring = 600;

function useWidth() {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(widthBeforeMeasuring);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { frame, width };
}

export interface Hover {
  at: number | null;
  enter: (at: number) => void;
}

interface FrameProps {
  kind: string;
  data: ChartData;
  options: ChartOptions | undefined;
  testId: string | undefined;
  xOf: (at: number, plot: Plot) => number;
  draw: (plot: Plot, hover: Hover) => ReactNode;
}

const plotOf = (width: number): Plot => ({
  width,
  height: 260,
  left: 52,
  right: width - 12,
  top: 18,
  bottom: 208,
});

/** Title, legend, drawing, tip; and the same numbers as a table for those who do not see the drawing. */
export function ChartFrame({ kind, data, options = {}, testId, xOf, draw }: FrameProps) {
  const { frame, width } = useWidth();
  const [at, setAt] = useState<number | null>(null);
  const id = useId();
  const plot = plotOf(width);
  const title = options.title ?? `${data.yLabel} by ${data.xLabel}`;
  return (
    <figure className="ui-chart" data-test-id={testId}>
      <figcaption className={options.title ? 'ui-chart-title' : 'ui-visually-hidden'}>{title}</figcaption>
      {options.showLegend ? <Legend series={data.series} /> : null}
      <div ref={frame} className="ui-chart-frame" onMouseLeave={() => setAt(null)}>
        {data.xs.length === 0 ? (
          <p className="ui-chart-empty">No data</p>
        ) : (
          <svg
            width={width}
            height={plot.height}
            viewBox={`0 0 ${width} ${plot.height}`}
            role="img"
            aria-labelledby={id}
            aria-describedby={`${id}-table`}
          >
            <title id={id}>{`${kind}: ${title}`}</title>
            {draw(plot, { at, enter: setAt })}
          </svg>
        )}
        {options.showTooltips && at !== null ? (
          <ChartTip data={data} at={at} leftPx={xOf(at, plot)} plot={plot} />
        ) : null}
      </div>
      <DataTable id={`${id}-table`} title={title} data={data} />
    </figure>
  );
}
