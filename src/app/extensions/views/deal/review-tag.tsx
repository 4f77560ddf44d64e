import { Flex, TextArea } from '@hubspot/ui-extensions';
import { useDraft } from '../use-draft.ts';
import { reviewing } from './changes.ts';
import type { RowProps } from './involvement-row.tsx';
import { SaveRow } from './save-row.tsx';

interface ReviewTagProps extends RowProps {
  readonly decision: 'dispute' | 'reject';
  readonly close: () => void;
}

export const ReviewTag = ({ call, deal, involvement, decision, close }: ReviewTagProps) => {
  const key = `${decision} ${involvement.id}`;
  const draft = useDraft({ reason: '' });
  const save = async () => {
    const review = { decision, reason: draft.now().reason.trim() };
    if (await deal.change(reviewing(call, key, involvement, review))) close();
  };
  return (
    <Flex direction="column" gap="sm">
      <TextArea
        name="reason"
        label={decision === 'dispute' ? 'Why do you dispute it?' : 'Why do you reject it?'}
        required
        rows={2}
        maxLength={1000}
        value={draft.shown.reason}
        onInput={(reason) => draft.type({ reason })}
        onChange={(reason) => draft.set({ reason })}
      />
      <SaveRow
        deal={deal}
        of={key}
        label={decision === 'dispute' ? 'Save dispute' : 'Save rejection'}
        save={save}
        close={close}
      />
    </Flex>
  );
};
