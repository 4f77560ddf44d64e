import { Text } from '@hubspot/ui-extensions';
import type { Excluded } from '#contract/read-company';
import type { Format } from './format.ts';

/** What was kept out of some numbers, and why. */
export const ExcludedLine = ({ excluded, format }: { excluded: readonly Excluded[]; format: Format }) => {
  const some = excluded.filter(({ n }) => n > 0);
  return some.length === 0 ? null : (
    <Text variant="microcopy">
      {`Kept out of some numbers: ${some.map(({ reason, n }) => `${format.count(n)} ${reason}`).join(', ')}.`}
    </Text>
  );
};
