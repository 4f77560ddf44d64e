import type { ChartData } from './chart-data.ts';
import type { Plot } from './frame.tsx';
import { short } from './numbers.ts';
import { fittingLabels, shortened } from './scale.ts';
import type { Scale } from './scale.ts';

interface AxesProps {
  data: ChartData;
  plot: Plot;
  y: Scale;
  xOf: (at: number) => number;
}

function AmountAxis({ data, plot, y }: Omit<AxesProps, 'xOf'>) {
  return (
    <>
      {y.ticks.map((tick) => (
        <g key={tick} transform={`translate(0 ${y.toPx(tick)})`}>
          <line x1={plot.left} x2={plot.right} className={tick === 0 ? 'ui-zero-line' : 'ui-grid-line'} />
          <text x={plot.left - 6} y="4" textAnchor="end">
            {short(tick)}
          </text>
        </g>
      ))}
      <text
        className="ui-axis-title"
        textAnchor="middle"
        transform={`translate(11 ${(plot.top + plot.bottom) / 2}) rotate(-90)`}
      >
        {data.yLabel}
      </text>
    </>
  );
}

export function Axes({ data, plot, y, xOf }: AxesProps) {
  const labels = data.xs.map((x) => data.labelOfX(x));
  // In the order of their places: values along x may come in any order.
  const inPlace = labels.map((_, at) => at).sort((a, b) => xOf(a) - xOf(b));
  const fitting = fittingLabels(labels, plot.right - plot.left).map((nth) => inPlace[nth] ?? nth);
  return (
    <g className="ui-axes" aria-hidden="true">
      <AmountAxis data={data} plot={plot} y={y} />
      {fitting.map((at) => (
        <text key={at} className="ui-x-label" x={xOf(at)} y={plot.bottom + 18} textAnchor="middle">
          {shortened(labels[at] ?? '')}
        </text>
      ))}
      <text
        className="ui-axis-title"
        x={(plot.left + plot.right) / 2}
        y={plot.height - 8}
        textAnchor="middle"
      >
        {data.xLabel}
      </text>
    </g>
  );
}
