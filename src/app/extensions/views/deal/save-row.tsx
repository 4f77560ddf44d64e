import { Button, Flex, LoadingButton } from '@hubspot/ui-extensions';
import { Refusal } from '../states.tsx';
import type { Deal } from './use-deal.ts';

interface SaveRowProps {
  readonly deal: Deal;
  /** Key of the change that these buttons make. */
  readonly of: string;
  readonly label: string;
  readonly save: () => Promise<void>;
  readonly close: () => void;
}

/** The end of every inline form: the refusal, if there was one, then save and cancel. */
export const SaveRow = ({ deal, of, label, save, close }: SaveRowProps) => (
  <>
    <Refusal problem={deal.refused?.key === of ? deal.refused.problem : null} reload={deal.reload} />
    <Flex gap="sm">
      <LoadingButton
        variant="primary"
        size="sm"
        loading={deal.saving === of}
        disabled={deal.saving !== null}
        onClick={save}
      >
        {label}
      </LoadingButton>
      <Button size="sm" disabled={deal.saving !== null} onClick={close}>
        Cancel
      </Button>
    </Flex>
  </>
);
