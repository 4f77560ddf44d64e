import { Flex } from '@hubspot/ui-extensions';
import { useDraft } from '../use-draft.ts';
import { editing } from './changes.ts';
import { changeBetween, draftOf } from './draft.ts';
import type { RowProps } from './involvement-row.tsx';
import { SaveRow } from './save-row.tsx';
import { DetailFields, ShareField, TierField } from './tag-fields.tsx';

export const EditTag = ({
  call,
  deal,
  involvement,
  today,
  originFree,
  close,
}: RowProps & { close: () => void }) => {
  const key = `edit ${involvement.id}`;
  const draft = useDraft(draftOf(involvement, today));
  const problem = deal.refused?.key === key ? deal.refused.problem : null;
  const save = async () => {
    const change = changeBetween(draftOf(involvement, today), draft.now());
    if (change === null || (await deal.change(editing(call, key, involvement, change)))) close();
  };
  return (
    <Flex direction="column" gap="sm">
      <TierField draft={draft} problem={problem} originFree={originFree} />
      <DetailFields draft={draft} today={today} problem={problem} />
      <ShareField draft={draft} problem={problem} />
      <SaveRow deal={deal} of={key} label="Save" save={save} close={close} />
    </Flex>
  );
};
