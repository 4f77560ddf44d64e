import type { ChartData } from './chart-data.ts';
import { exact } from './numbers.ts';

export function DataTable({ id, title, data }: { id: string; title: string; data: ChartData }) {
  const { xs, series, xLabel, labelOfX } = data;
  // A table takes the height of its rows whatever its style says: the box around it is what is hidden.
  return (
    <div className="ui-visually-hidden">
      <table id={id}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{xLabel}</th>
            {series.map(({ name, label }) => (
              <th key={name} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {xs.map((x, at) => (
            <tr key={String(x)}>
              <th scope="row">{labelOfX(x)}</th>
              {series.map(({ name, points }) => {
                const point = points.find((one) => one.at === at);
                return <td key={name}>{point ? exact(point.y) : '–'}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
