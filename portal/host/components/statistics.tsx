import type { StatisticsItemProps, StatisticsProps, StatisticsTrendProps } from '@hubspot/ui-extensions';

export const Statistics = ({ children, testId }: StatisticsProps) => (
  <dl className="ui-statistics" data-test-id={testId}>
    {children}
  </dl>
);

export const StatisticsItem = ({ label, number, children, testId }: StatisticsItemProps) => (
  <div className="ui-statistic" data-test-id={testId}>
    <dt>{label}</dt>
    <dd className="ui-statistic-number">{number}</dd>
    {children ? <dd>{children}</dd> : null}
  </div>
);

/** Without a colour of its own an increase is good and a decrease is bad. */
export function StatisticsTrend({ value, direction = 'increase', color, testId }: StatisticsTrendProps) {
  const shown = color ?? (direction === 'increase' ? 'green' : 'red');
  return (
    <span className="ui-trend" data-color={shown} data-test-id={testId}>
      <span aria-hidden="true">{direction === 'increase' ? '▲' : '▼'}</span>
      <span className="ui-visually-hidden">{direction === 'increase' ? 'up' : 'down'}</span> {value}
    </span>
  );
}
