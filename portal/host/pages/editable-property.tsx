import { useEffect, useId, useState } from 'react';
import { boot } from '../boot.ts';
import type { Definitions, Stage } from '../crm/definitions.ts';
import { changeRecord } from '../crm/records.ts';
import type { CrmRecord } from '../crm/records.ts';
import { toast } from '../shell/toasts.tsx';
import type { RecordView } from './record-page.tsx';

const stagesOf = (record: CrmRecord, known: Definitions): Stage[] =>
  known.pipelines.find(({ id }) => id === record.properties['pipeline'])?.stages ??
  known.pipelines[0]?.stages ??
  [];

const labelOf = (name: string, { known, record }: RecordView): string => {
  const label = known.properties.get(name)?.label ?? name;
  return name === 'amount'
    ? `${label} (${record.properties['deal_currency_code'] ?? boot.homeCurrency})`
    : label;
};

const dayOf = (value: string | null | undefined): string => {
  if (!value) return '';
  const moment = new Date(/^\d{11,}$/.test(value) ? Number(value) : value);
  return Number.isNaN(moment.getTime()) ? '' : moment.toISOString().slice(0, 10);
};

/** Saves one property; a refusal puts the old value back and says HubSpot's reason. */
function useSaved(name: string, view: RecordView) {
  const { kind, record, onChanged } = view;
  const [saving, setSaving] = useState(false);
  const save = async (value: string): Promise<boolean> => {
    setSaving(true);
    try {
      await changeRecord(kind.objectType, record.id, { [name]: value });
      toast({ type: 'success', message: `${labelOf(name, view)} saved` });
      onChanged();
      return true;
    } catch (error) {
      toast({ type: 'danger', title: 'Not saved', message: (error as Error).message });
      return false;
    } finally {
      setSaving(false);
    }
  };
  return { saving, save };
}

// Not disabled while it saves: the keyboard would lose its place.
function StageField({ id, view }: { id: string; view: RecordView }) {
  const { record, known } = view;
  const current = record.properties['dealstage'] ?? '';
  const [chosen, setChosen] = useState(current);
  const { saving, save } = useSaved('dealstage', view);
  useEffect(() => setChosen(current), [current]);
  const stages = [...stagesOf(record, known)].sort((a, b) => a.displayOrder - b.displayOrder);
  const choose = async (stageId: string) => {
    if (saving) return;
    setChosen(stageId);
    if (!(await save(stageId))) setChosen(current);
  };
  return (
    <select id={id} aria-busy={saving} value={chosen} onChange={(event) => void choose(event.target.value)}>
      {stages.some((stage) => stage.id === current) ? null : (
        <option value={current}>{current || '--'}</option>
      )}
      {stages.map((stage) => (
        <option key={stage.id} value={stage.id}>
          {stage.label}
        </option>
      ))}
    </select>
  );
}

function TypedField({ id, name, view }: { id: string; name: string; view: RecordView }) {
  const stored = view.record.properties[name];
  const isDay = name === 'closedate';
  const current = isDay ? dayOf(stored) : (stored ?? '');
  const [typed, setTyped] = useState(current);
  const { saving, save } = useSaved(name, view);
  useEffect(() => setTyped(current), [current]);
  const commit = async () => {
    if (typed === current || saving) return;
    if (!(await save(isDay && typed ? `${typed}T00:00:00.000Z` : typed))) setTyped(current);
  };
  return (
    <input
      id={id}
      type={isDay ? 'date' : 'text'}
      inputMode={isDay ? undefined : 'decimal'}
      value={typed}
      aria-busy={saving}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => void commit()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void commit();
        if (event.key === 'Escape') setTyped(current);
      }}
    />
  );
}

export function EditableProperty({ name, view }: { name: string; view: RecordView }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{labelOf(name, view)}</label>
      {name === 'dealstage' ? (
        <StageField id={id} view={view} />
      ) : (
        <TypedField id={id} name={name} view={view} />
      )}
    </div>
  );
}
