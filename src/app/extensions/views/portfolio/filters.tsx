import { Accordion, AutoGrid, DateInput, Flex, MultiSelect, Select } from '@hubspot/ui-extensions';
import type { BaseDate } from '@hubspot/ui-extensions';
import type { ProblemMessage } from '#contract/envelope';
import { toBaseDate, toIsoDay } from '../dates.ts';
import type { Format } from '../format.ts';
import { ActiveFilters } from './active-filters-view.tsx';
import { ComparisonFilters, PartnerFilters, SegmentFilters } from './more-filters.tsx';
import { periodOf, periodsAt } from './periods.ts';
import type { Offered, Selection } from './selection.ts';

export interface FiltersProps {
  readonly selection: Selection;
  readonly select: (selection: Selection) => void;
  readonly offered: Offered;
  readonly problem: ProblemMessage | null;
  readonly busy: boolean;
  readonly format: Format;
}

const ownDays = 'own';

/** Sets both days at once; days of one's own stand beside it. */
const PeriodFilter = ({ selection, select, offered: { asOf } }: FiltersProps) => {
  const chosen = periodOf(selection, asOf);
  const options = periodsAt(asOf).map(({ id, label }) => ({ value: id, label }));
  return (
    <Select
      name="period"
      label="Period"
      options={chosen ? options : [...options, { value: ownDays, label: 'Days of your own' }]}
      value={chosen?.id ?? ownDays}
      onChange={(id) => {
        const period = periodsAt(asOf).find((one) => one.id === id);
        if (period) select({ ...selection, from: period.from, to: period.to });
      }}
    />
  );
};

const DayFilter = ({
  name,
  label,
  selection,
  select,
  problem,
}: Pick<FiltersProps, 'selection' | 'select' | 'problem'> & { name: 'from' | 'to'; label: string }) => {
  const day = selection[name];
  return (
    <DateInput
      name={name}
      label={label}
      format="medium"
      clearButtonLabel="Any day"
      {...(day === null ? {} : { value: toBaseDate(day) })}
      onChange={(date: BaseDate | null) => select({ ...selection, [name]: date && toIsoDay(date) })}
      {...(problem?.field === name ? { error: true, validationMessage: problem.sentence } : {})}
    />
  );
};

const PipelineFilter = ({ selection, select, offered }: FiltersProps) =>
  offered.pipelines.length > 1 && (
    <MultiSelect
      name="pipelines"
      label="Pipelines"
      placeholder="Those of the settings"
      options={offered.pipelines.map(({ id, label }) => ({ value: id, label }))}
      value={[...selection.pipelines]}
      onChange={(chosen) => select({ ...selection, pipelines: chosen.map(String) })}
    />
  );

/** Every choice applies at once. What is chosen stands below, also while the rest is folded away. */
export const Filters = (props: FiltersProps) => (
  <Flex direction="column" gap="sm">
    <AutoGrid columnWidth={220} gap="md">
      {props.offered.asOf !== '' && <PeriodFilter {...props} />}
      <DayFilter name="from" label="From" {...props} />
      <DayFilter name="to" label="To" {...props} />
      <PipelineFilter {...props} />
    </AutoGrid>
    <Accordion title="More filters" size="sm" defaultOpen={false}>
      <Flex direction="column" gap="md">
        <SegmentFilters {...props} />
        <PartnerFilters {...props} />
        <ComparisonFilters {...props} />
      </Flex>
    </Accordion>
    <ActiveFilters {...props} />
  </Flex>
);
