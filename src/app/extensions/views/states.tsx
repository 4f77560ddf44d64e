import { Alert, Button, ErrorState, Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import type { ProblemMessage } from '#contract/envelope';
import { sentenceOf } from './words.ts';

export const Loading = ({ label }: { label: string }) => (
  <LoadingSpinner label={label} showLabel size="md" layout="centered" />
);

export const Failed = ({ problem, retry }: { problem: ProblemMessage; retry: () => void }) => (
  <ErrorState title="This could not be shown" type={problem.code === 'crm_forbidden' ? 'lock' : 'error'}>
    <Text>{sentenceOf(problem)}</Text>
    <Button onClick={retry}>Try again</Button>
  </ErrorState>
);

/** Problems after which what the page shows may no longer be what the CRM holds. */
const staleAfter: ReadonlySet<ProblemMessage['code']> = new Set([
  'involvement_not_found',
  'already_tagged',
  'tags_exist',
  'change_not_allowed',
  'origin_taken',
  'deal_not_found',
  'settings_changed',
  'out_of_time',
  'unexpected',
]);

/** A refusal beside the control that caused it. What was typed stays. */
export const Refusal = ({ problem, reload }: { problem: ProblemMessage | null; reload: () => void }) =>
  problem && (
    <Alert title="Not saved" variant="danger">
      <Flex direction="column" gap="xs" align="start">
        <Text>{sentenceOf(problem)}</Text>
        {staleAfter.has(problem.code) && (
          <Button size="xs" onClick={reload}>
            Reload
          </Button>
        )}
      </Flex>
    </Alert>
  );
