import { Button, Flex, LoadingButton } from '@hubspot/ui-extensions';
import type { InvolvementStatus } from '#domain/vocabulary';
import { Refusal } from '../states.tsx';
import { exiting, removing, reviewing } from './changes.ts';
import type { RowProps } from './involvement-row.tsx';
import type { Change } from './use-deal.ts';

export type OpenForm = 'dispute' | 'reject' | 'edit' | 'exit' | null;

/** Which reviews each status allows; the server holds the same rule. */
const reviewsOf: Readonly<Record<InvolvementStatus, readonly ('confirm' | 'dispute' | 'reject')[]>> = {
  proposed: ['confirm', 'dispute'],
  disputed: ['confirm', 'reject'],
  confirmed: ['dispute'],
  rejected: [],
};

interface ActionsProps extends RowProps {
  readonly form: OpenForm;
  readonly setForm: (form: OpenForm) => void;
}

/** A change that one click makes. */
const Direct = ({
  deal,
  change,
  children,
}: Pick<RowProps, 'deal'> & { change: Change; children: string }) => (
  <LoadingButton
    size="xs"
    variant="secondary"
    loading={deal.saving === change.key}
    disabled={deal.saving !== null}
    onClick={() => void deal.change(change)}
  >
    {children}
  </LoadingButton>
);

const Opens = ({
  form,
  setForm,
  deal,
  opens,
  children,
}: Pick<ActionsProps, 'form' | 'setForm' | 'deal'> & { opens: OpenForm; children: string }) => (
  <Button
    size="xs"
    variant="secondary"
    disabled={deal.saving !== null}
    onClick={() => setForm(form === opens ? null : opens)}
  >
    {children}
  </Button>
);

const ReviewActions = (props: ActionsProps) => {
  const { call, involvement, mayReview } = props;
  const allowed = mayReview ? reviewsOf[involvement.status] : [];
  return (
    <>
      {allowed.includes('confirm') && (
        <Direct
          {...props}
          change={reviewing(call, `confirm ${involvement.id}`, involvement, { decision: 'confirm' })}
        >
          Confirm
        </Direct>
      )}
      {allowed.includes('dispute') && (
        <Opens {...props} opens="dispute">
          Dispute
        </Opens>
      )}
      {allowed.includes('reject') && (
        <Opens {...props} opens="reject">
          Reject
        </Opens>
      )}
    </>
  );
};

export const RowActions = (props: ActionsProps) => {
  const { call, deal, involvement } = props;
  const { id, exitedOn } = involvement;
  const refused = [`confirm ${id}`, `return ${id}`, `remove ${id}`].includes(deal.refused?.key ?? '');
  return (
    <>
      <Flex gap="xs" wrap align="center">
        <ReviewActions {...props} />
        <Opens {...props} opens="edit">
          Edit
        </Opens>
        {exitedOn === null ? (
          <Opens {...props} opens="exit">
            Mark exited
          </Opens>
        ) : (
          <Direct {...props} change={exiting(call, `return ${id}`, involvement, { exitedOn: null })}>
            Back on the deal
          </Direct>
        )}
        <Direct {...props} change={removing(call, `remove ${id}`, involvement)}>
          Remove
        </Direct>
      </Flex>
      <Refusal problem={refused && deal.refused ? deal.refused.problem : null} reload={deal.reload} />
    </>
  );
};
