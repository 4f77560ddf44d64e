import { Button, DateInput, Flex, LoadingSpinner, MultiSelect } from '@hubspot/ui-extensions';
import type { BaseDate } from '@hubspot/ui-extensions';
import type { ProblemMessage } from '#contract/envelope';
import type { Portfolio } from '#contract/read-portfolio';
import { toBaseDate, toIsoDay } from '../dates.ts';

export interface Selection {
  readonly from: string | null;
  readonly to: string | null;
  readonly pipelines: readonly string[];
}

export const everything: Selection = { from: null, to: null, pipelines: [] };

export const isFiltered = ({ from, to, pipelines }: Selection): boolean =>
  from !== null || to !== null || pipelines.length > 0;

interface FiltersProps {
  readonly selection: Selection;
  readonly select: (selection: Selection) => void;
  readonly pipelines: Portfolio['pipelines'];
  readonly problem: ProblemMessage | null;
  readonly busy: boolean;
}

interface DayProps {
  readonly name: 'from' | 'to';
  readonly label: string;
  readonly selection: Selection;
  readonly select: (selection: Selection) => void;
  readonly problem: ProblemMessage | null;
}

const DayFilter = ({ name, label, selection, select, problem }: DayProps) => {
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

/** Every choice applies at once. */
export const Filters = ({ selection, select, pipelines, problem, busy }: FiltersProps) => {
  const selects = { selection, select, problem };
  return (
    <Flex gap="md" align="start" wrap>
      <DayFilter name="from" label="From" {...selects} />
      <DayFilter name="to" label="To" {...selects} />
      {pipelines.length > 1 && (
        <MultiSelect
          name="pipelines"
          label="Pipelines"
          placeholder="Those of the settings"
          options={pipelines.map(({ id, label }) => ({ value: id, label }))}
          value={[...selection.pipelines]}
          onChange={(chosen) => select({ ...selection, pipelines: chosen.map(String) })}
        />
      )}
      {isFiltered(selection) && (
        <Button size="sm" variant="transparent" onClick={() => select(everything)}>
          Clear the filters
        </Button>
      )}
      {busy && <LoadingSpinner label="Counting" showLabel size="sm" />}
    </Flex>
  );
};
