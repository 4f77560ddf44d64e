import { useRef, useState } from 'react';
import type { ProblemMessage } from '#contract/envelope';
import type { Actor } from '#contract/involvement';
import type { SettingsView } from '#contract/settings';
import type { Call } from '../call.ts';
import { useReading, type Reading } from '../use-reading.ts';
import { draftOf, faultsOf, settingsOf, type Fault, type SettingsDraft } from './settings-draft.ts';

export interface SettingsPage {
  readonly reading: Reading<SettingsView>;
  readonly reload: () => void;
  readonly saving: boolean;
  readonly refused: ProblemMessage | null;
  readonly faults: readonly Fault[];
  readonly notice: string | null;
  readonly save: (view: SettingsView, draft: SettingsDraft) => Promise<void>;
}

/** The life-cycle map has no order: mapping a stage away and back is no change. */
const textOf = (draft: SettingsDraft): string =>
  JSON.stringify({ ...draft, lifeCycleOf: Object.entries(draft.lifeCycleOf).sort() });

export const isDirty = (view: SettingsView, draft: SettingsDraft): boolean =>
  textOf(draftOf(view.settings)) !== textOf(draft);

export function useSettings(call: Call, portalId: number, actor: Actor): SettingsPage {
  const { reading, retry, update } = useReading(String(portalId), () => call('read_settings', { portalId }));
  const [saving, setSaving] = useState(false);
  const [refused, setRefused] = useState<ProblemMessage | null>(null);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [notice, setNotice] = useState<string | null>(null);
  const underWay = useRef(false);
  const say = (what: { notice?: string; refused?: ProblemMessage; faults?: readonly Fault[] }) => {
    setNotice(what.notice ?? null);
    setRefused(what.refused ?? null);
    setFaults(what.faults ?? []);
  };
  const send = async (view: SettingsView, draft: SettingsDraft) => {
    setSaving(true);
    const reply = await call('save_settings', {
      portalId,
      actor,
      settings: settingsOf(draft),
      version: view.version,
    });
    setSaving(false);
    if (reply.ok) {
      update(() => reply.value);
      return say({ notice: 'Saved.' });
    }
    const { field, sentence } = reply.problem;
    say({ refused: reply.problem, faults: field === undefined ? [] : [{ field, sentence }] });
  };
  const save = async (view: SettingsView, draft: SettingsDraft) => {
    if (underWay.current) return;
    const found = faultsOf(draft);
    if (found.length > 0) return say({ faults: found });
    if (!isDirty(view, draft)) return say({ notice: 'There is nothing to save.' });
    underWay.current = true;
    await send(view, draft);
    underWay.current = false;
  };
  const reload = () => {
    say({});
    retry();
  };
  return { reading, reload, saving, refused, faults, notice, save };
}
