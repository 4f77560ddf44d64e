import { Flex, Text } from '@hubspot/ui-extensions';
import { reasonSentences, type KpiReason } from '#domain/kpis/kpi';
import { nothing } from '../format.ts';
import type { KpiFigure } from './kpi-groups.ts';

/** Why no side of a figure has a number, where it is the same for all sides. */
export function sharedReason({ arms }: KpiFigure): KpiReason | null {
  const reason = arms[0]?.reason ?? null;
  return arms.every((arm) => arm.value === null && arm.reason === reason) ? reason : null;
}

/** Figures without a number, together by the reason why there is none. */
export const MissingFigures = ({ figures }: { figures: readonly KpiFigure[] }) => {
  const reasons = [...new Set(figures.map(sharedReason))].filter((reason) => reason !== null);
  if (reasons.length === 0) return null;
  return (
    <Flex direction="column" gap="xs">
      {reasons.map((reason) => {
        const names = figures.filter((figure) => sharedReason(figure) === reason).map(({ name }) => name);
        return (
          <Text key={reason} variant="microcopy">
            {`${nothing} ${names.join(', ')}: ${reasonSentences[reason]}`}
          </Text>
        );
      })}
    </Flex>
  );
};
