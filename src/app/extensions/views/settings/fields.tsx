import { CurrencyInput, NumberInput } from '@hubspot/ui-extensions';
import type { PipelineView } from '#contract/settings';
import type { Draft } from '../use-draft.ts';
import type { Fault, SettingsDraft } from './settings-draft.ts';

/** What every part of the form gets. */
export interface Fields {
  readonly draft: Draft<SettingsDraft>;
  readonly faults: readonly Fault[];
  readonly pipelines: readonly PipelineView[];
}

/** The message at a field: `settings.confirmers.0` belongs to `confirmers` as well. */
export function faultAt(faults: readonly Fault[], field: string) {
  const path = `settings.${field}`;
  const fault = faults.find((one) => one.field === path || one.field.startsWith(`${path}.`));
  return fault ? { error: true, validationMessage: fault.sentence } : {};
}

type NumberField = 'fullStackFunctions' | 'ladderDeals' | 'activationDays' | 'grossMarginPercent';
type MoneyField = 'pipelineTarget' | 'programCost' | 'directCost';

/** HubSpot's inputs report an emptied number as no number at all. */
const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

interface OneField extends Omit<Fields, 'pipelines'> {
  readonly label: string;
  readonly description: string;
  /** The setting's own name, where a fault names it otherwise than the form does. */
  readonly named?: string;
}

export const NumberSetting = ({
  draft,
  faults,
  field,
  named = field,
  ...texts
}: OneField & { field: NumberField }) => {
  const value = draft.shown[field];
  return (
    <NumberInput
      name={field}
      {...texts}
      min={0}
      {...(value === null ? {} : { value })}
      onChange={(next) => draft.set({ [field]: orNull(next) })}
      {...faultAt(faults, named)}
    />
  );
};

export const MoneySetting = ({
  draft,
  faults,
  field,
  named = field,
  ...texts
}: OneField & { field: MoneyField }) => {
  const value = draft.shown[field];
  const currency = draft.shown.homeCurrency.trim().toUpperCase();
  return (
    <CurrencyInput
      name={field}
      {...texts}
      min={0}
      {...(/^[A-Z]{3}$/.test(currency) ? { currency } : {})}
      {...(value === null ? {} : { value })}
      onChange={(next) => draft.set({ [field]: orNull(next) })}
      {...faultAt(faults, named)}
    />
  );
};

export const WeightSetting = ({
  draft,
  faults,
  tier,
  label,
}: Omit<Fields, 'pipelines'> & { tier: keyof SettingsDraft['tierWeights']; label: string }) => {
  const value = draft.shown.tierWeights[tier];
  return (
    <NumberInput
      name={`tierWeights.${tier}`}
      label={label}
      min={0}
      max={1000}
      precision={2}
      {...(value === null ? {} : { value })}
      onChange={(next) => draft.set({ tierWeights: { ...draft.now().tierWeights, [tier]: orNull(next) } })}
      {...faultAt(faults, `tierWeights.${tier}`)}
    />
  );
};
