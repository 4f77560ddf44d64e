import type { Series } from './chart-data.ts';

export const Legend = ({ series }: { series: readonly Series[] }) => (
  <ul className="ui-legend" aria-hidden="true">
    {series.map(({ name, label, color }) => (
      <li key={name}>
        <span className="ui-legend-mark" style={{ background: color }} />
        {label}
      </li>
    ))}
  </ul>
);
