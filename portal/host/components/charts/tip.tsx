import type { ChartData } from './chart-data.ts';
import type { Plot } from './frame.tsx';
import { exact } from './numbers.ts';

interface ChartTipProps {
  data: ChartData;
  at: number;
  leftPx: number;
  plot: Plot;
}

export function ChartTip({ data, at, leftPx, plot }: ChartTipProps) {
  const x = data.xs[at];
  if (x === undefined) return null;
  const side = leftPx > plot.width / 2 ? { right: plot.width - leftPx + 12 } : { left: leftPx + 12 };
  return (
    <div className="ui-chart-tip" style={{ top: plot.top, ...side }}>
      <strong>{data.labelOfX(x)}</strong>
      {data.series.map(({ name, label, color, points }) => {
        const point = points.find((one) => one.at === at);
        return point ? (
          <span key={name}>
            <span className="ui-legend-mark" style={{ background: color }} />
            {label}: {exact(point.y)}
          </span>
        ) : null;
      })}
    </div>
  );
}
