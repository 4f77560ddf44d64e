import { Statistics, StatisticsItem, Text } from '@hubspot/ui-extensions';
import type { Arm, Kpi } from '#domain/kpis/kpi';
import type { Format } from '../format.ts';
import { kpiText } from './kpi-text.ts';

interface KpiHeadlineProps {
  readonly kpis: readonly Kpi[];
  /** Which numbers lead, under which words. One that the answer does not hold is left out. */
  readonly leads: readonly { readonly id: string; readonly arm: Arm; readonly label: string }[];
  readonly format: Format;
  readonly currency: string;
}

/** The few numbers that come first; the rest follows by dimension. */
export const KpiHeadline = ({ kpis, leads, format, currency }: KpiHeadlineProps) => (
  <Statistics>
    {leads.map(({ id, arm, label }) => {
      const kpi = kpis.find((one) => one.id === id && one.arm === arm);
      if (!kpi) return null;
      const { value, detail } = kpiText(kpi, format, currency);
      return (
        <StatisticsItem key={id} label={label} number={value}>
          <Text variant="microcopy">{detail}</Text>
        </StatisticsItem>
      );
    })}
  </Statistics>
);
