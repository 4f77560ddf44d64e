import { AutoGrid, Flex, MultiSelect, Select, Text } from '@hubspot/ui-extensions';
import type { LandmarkChoice } from '#contract/read-portfolio';
import type { CreditModel } from '#domain/credit';
import type { StratumFactor } from '#domain/settings';
import { lifeCycleStageLabels, roleLabels, tierLabels } from '#domain/vocabulary';
import { creditModelLabels, optionsOf, routeLabels, stratumLabels } from '../words.ts';
import type { FiltersProps } from './filters.tsx';
import type { Selection } from './selection.ts';

type Choices = Pick<FiltersProps, 'selection' | 'select'>;
type ManyKey = 'owners' | 'regions' | 'industries' | 'sizeBands';
type OneKey = 'tier' | 'role' | 'stage' | 'routeToMarket';
type Option = { readonly label: string; readonly value: string };

const Group = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <Flex direction="column" gap="xs">
    <Text format={{ fontWeight: 'demibold' }}>{title}</Text>
    <AutoGrid columnWidth={220} gap="md">
      {children}
    </AutoGrid>
  </Flex>
);

const Many = ({
  name,
  label,
  options,
  selection,
  select,
}: Choices & { name: ManyKey; label: string; options: readonly Option[] }) =>
  options.length > 0 && (
    <MultiSelect
      name={name}
      label={label}
      placeholder="All"
      options={[...options]}
      value={[...selection[name]]}
      onChange={(chosen) => select({ ...selection, [name]: chosen.map(String) })}
    />
  );

const One = ({
  name,
  label,
  options,
  selection,
  select,
}: Choices & { name: OneKey; label: string; options: readonly Option[] }) => (
  <Select
    name={name}
    label={label}
    options={[{ label: 'Any', value: '' }, ...options]}
    value={selection[name] ?? ''}
    onChange={(chosen) =>
      select({ ...selection, [name]: chosen === '' ? null : (chosen as Selection[OneKey]) })
    }
  />
);

const asOptions = (values: readonly string[]): Option[] => values.map((value) => ({ value, label: value }));

/** Owners are offered by name; where only their ids are known, nobody could choose. */
const ownerOptions = ({ offered: { offered } }: FiltersProps): Option[] =>
  offered.owners
    .filter(({ id, label }) => label !== id)
    .map(({ id, label }) => ({ value: id, label }))
    .sort((one, other) => one.label.localeCompare(other.label));

export const SegmentFilters = (props: FiltersProps) => {
  const { regions, industries, sizeBands } = props.offered.offered;
  return (
    <Group title="Which deals">
      <Many name="owners" label="Deal owner" options={ownerOptions(props)} {...props} />
      <Many name="regions" label="Region of the account" options={asOptions(regions)} {...props} />
      <Many name="industries" label="Industry of the account" options={asOptions(industries)} {...props} />
      <Many name="sizeBands" label="Employees of the account" options={asOptions(sizeBands)} {...props} />
    </Group>
  );
};

/** A tag has the route of its partner, which is never the direct one. */
const partnerRoutes = optionsOf(routeLabels).filter(({ value }) => value !== 'direct');

export const PartnerFilters = (props: FiltersProps) => (
  <Group title="What counts as a partner on a deal">
    <One name="tier" label="Tier" options={optionsOf(tierLabels)} {...props} />
    <One name="role" label="Role" options={optionsOf(roleLabels)} {...props} />
    <One name="stage" label="Life-cycle stage touched" options={optionsOf(lifeCycleStageLabels)} {...props} />
    <One name="routeToMarket" label="Route to market" options={partnerRoutes} {...props} />
  </Group>
);

const asSet = 'As in the settings';
const landmarkDays = [14, 30, 60, 90];

/** A landmark as the value of an option: "stage 901", "day 30", "none", or nothing for that of the settings. */
const landmarkValue = (landmark: LandmarkChoice | null): string => {
  if (landmark === null) return '';
  if (landmark.kind === 'none') return 'none';
  return landmark.kind === 'day' ? `day ${landmark.day}` : `stage ${landmark.stageId}`;
};

function toLandmark(value: string): LandmarkChoice | null {
  if (value === '') return null;
  if (value === 'none') return { kind: 'none' };
  return value.startsWith('day ')
    ? { kind: 'day', day: Number(value.slice(4)) }
    : { kind: 'stage', stageId: value.slice(6) };
}

const LandmarkFilter = ({ selection, select, offered }: FiltersProps) => (
  <Select
    name="landmark"
    label="Compared from"
    options={[
      { label: asSet, value: '' },
      ...offered.offered.landmarks.map(({ id, label }) => ({ value: `stage ${id}`, label })),
      ...landmarkDays.map((day) => ({ value: `day ${day}`, label: `Day ${day} after creation` })),
      { label: 'No comparison', value: 'none' },
    ]}
    value={landmarkValue(selection.landmark)}
    onChange={(chosen) => select({ ...selection, landmark: toLandmark(String(chosen)) })}
  />
);

export const ComparisonFilters = (props: FiltersProps) => {
  const { selection, select } = props;
  return (
    <Group title="How deals are compared and credited">
      <LandmarkFilter {...props} />
      <MultiSelect
        name="strata"
        label="Compare like with like, by"
        placeholder={asSet}
        options={optionsOf(stratumLabels)}
        value={[...selection.strata]}
        onChange={(strata) => select({ ...selection, strata: strata as StratumFactor[] })}
      />
      <Select
        name="creditModel"
        label="Credit model"
        options={[{ label: asSet, value: '' }, ...optionsOf(creditModelLabels)]}
        value={selection.creditModel ?? ''}
        onChange={(chosen) =>
          select({ ...selection, creditModel: chosen === '' ? null : (chosen as CreditModel) })
        }
      />
    </Group>
  );
};
