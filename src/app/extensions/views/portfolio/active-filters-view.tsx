import { Button, Flex, Icon, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import { activeFilters } from './active-filters.ts';
import type { FiltersProps } from './filters.tsx';
import { everything, isFiltered, without } from './selection.ts';

const Chosen = ({ selection, select, offered, format }: FiltersProps) => {
  const active = activeFilters(selection, offered, format);
  if (active.length === 0) return null;
  return (
    <>
      <Text variant="microcopy">Filtered by</Text>
      {active.map(({ key, text }) => (
        <Button key={key} size="xs" variant="secondary" onClick={() => select(without(selection, key))}>
          {text} <Icon name="remove" size="sm" screenReaderText="remove this filter" />
        </Button>
      ))}
      <Button size="xs" variant="transparent" onClick={() => select(everything)}>
        Clear the filters
      </Button>
    </>
  );
};

/** What is chosen, each with one click to drop it, and that new numbers are on their way. */
export const ActiveFilters = (props: FiltersProps) =>
  (props.busy || isFiltered(props.selection)) && (
    <Flex gap="xs" align="center" wrap>
      <Chosen {...props} />
      {props.busy && <LoadingSpinner label="Counting" showLabel size="xs" />}
    </Flex>
  );
