import { Alert, LoadingButton, Text } from '@hubspot/ui-extensions';
import { Refusal } from '../states.tsx';
import type { Deal } from './use-deal.ts';

/** What was just saved, with its undo, and what HubSpot has not taken over yet. */
export const SavedNotice = ({ deal }: { deal: Deal }) => {
  const undo = deal.notice?.undo;
  return (
    <>
      {deal.notice && (
        <Alert title={deal.notice.sentence} variant="success">
          {undo && (
            <LoadingButton
              size="xs"
              variant="secondary"
              loading={deal.saving === undo.key}
              disabled={deal.saving !== null}
              onClick={() => void deal.change(undo)}
            >
              Undo
            </LoadingButton>
          )}
        </Alert>
      )}
      <Refusal
        problem={deal.refused && deal.refused.key === undo?.key ? deal.refused.problem : null}
        reload={deal.reload}
      />
      {deal.mirrorBehind && (
        <Text variant="microcopy">
          Saved. HubSpot did not take the summary on the deal itself; the next change of a tag on this deal
          repairs it.
        </Text>
      )}
    </>
  );
};
