import { useRef, useState } from 'react';
import type { ProblemMessage } from '#contract/envelope';
import type { Actor } from '#contract/involvement';
import type { SaveSettingsInput, SettingsView } from '#contract/settings';
import type { Call } from '../call.ts';
import { useReading, type Reading } from '../use-reading.ts';
import { draftOf, faultsOf, settingsOf, type Fault, type SettingsDraft } from './settings-draft.ts';

/** What became of the last save. */
interface Said {
  readonly notice: string | null;
  readonly refused: ProblemMessage | null;
  readonly faults: readonly Fault[];
}

const nothingSaid: Said = { notice: null, refused: null, faults: [] };

export interface SettingsPage extends Said {
  readonly reading: Reading<SettingsView>;
  readonly reload: () => void;
  readonly forget: () => void;
  readonly saving: boolean;
  readonly save: (view: SettingsView, draft: SettingsDraft) => Promise<void>;
}

const refusalOf = (problem: ProblemMessage): Said => ({
  notice: null,
  refused: problem,
  faults: problem.field === undefined ? [] : [{ field: problem.field, sentence: problem.sentence }],
});

/** The life-cycle map has no order: mapping a stage away and back is no change. */
const textOf = (draft: SettingsDraft): string =>
  JSON.stringify({ ...draft, lifeCycleOf: Object.entries(draft.lifeCycleOf).sort() });

export const isDirty = (view: SettingsView, draft: SettingsDraft): boolean =>
  textOf(draftOf(view.settings)) !== textOf(draft);

export function useSettings(call: Call, portalId: number, actor: Actor): SettingsPage {
  const { reading, retry, update } = useReading(String(portalId), () => call('read_settings', { portalId }));
  const [saving, setSaving] = useState(false);
  const [said, setSaid] = useState(nothingSaid);
  const underWay = useRef(false);
  const send = async (settings: SaveSettingsInput['settings'], version: number): Promise<Said> => {
    const reply = await call('save_settings', { portalId, actor, settings, version });
    if (!reply.ok) return refusalOf(reply.problem);
    update(() => reply.value);
    return { ...nothingSaid, notice: 'Saved.' };
  };
  const save = async (view: SettingsView, draft: SettingsDraft) => {
    if (underWay.current) return;
    const faults = faultsOf(draft);
    if (faults.length > 0) return setSaid({ ...nothingSaid, faults });
    if (!isDirty(view, draft)) return setSaid({ ...nothingSaid, notice: 'There is nothing to save.' });
    underWay.current = true;
    setSaving(true);
    const outcome = await send(settingsOf(draft), view.version);
    underWay.current = false;
    setSaving(false);
    setSaid(outcome);
  };
  const forget = () => setSaid(nothingSaid);
  const reload = () => {
    forget();
    retry();
  };
  return { ...said, reading, reload, forget, saving, save };
}
