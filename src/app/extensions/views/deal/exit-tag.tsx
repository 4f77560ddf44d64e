import { DateInput, Flex, Select } from '@hubspot/ui-extensions';
import { exitReasonLabels, type ExitReason } from '#domain/vocabulary';
import { toBaseDate, toIsoDay } from '../dates.ts';
import { useDraft } from '../use-draft.ts';
import { optionsOf } from '../words.ts';
import { exiting } from './changes.ts';
import type { RowProps } from './involvement-row.tsx';
import { SaveRow } from './save-row.tsx';

export const ExitTag = ({ call, deal, involvement, today, close }: RowProps & { close: () => void }) => {
  const key = `exit ${involvement.id}`;
  const draft = useDraft<{ exitedOn: string; reason: ExitReason }>({ exitedOn: today, reason: 'completed' });
  const save = async () => {
    if (await deal.change(exiting(call, key, involvement, draft.now()))) close();
  };
  return (
    <Flex direction="column" gap="sm">
      <DateInput
        name="exitedOn"
        label="Exited on"
        format="medium"
        {...(involvement.enteredOn === null ? {} : { min: toBaseDate(involvement.enteredOn) })}
        max={toBaseDate(today)}
        value={toBaseDate(draft.shown.exitedOn)}
        onChange={(date) => draft.set({ exitedOn: toIsoDay(date) })}
      />
      <Select
        name="reason"
        label="Why"
        options={optionsOf(exitReasonLabels)}
        value={draft.shown.reason}
        onChange={(reason) => draft.set({ reason: reason as ExitReason })}
      />
      <SaveRow deal={deal} of={key} label="Save exit" save={save} close={close} />
    </Flex>
  );
};
