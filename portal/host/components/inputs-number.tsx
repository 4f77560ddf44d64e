import { useState } from 'react';
import type { CSSProperties, ChangeEvent, KeyboardEvent } from 'react';
import type { CurrencyInputProps, NumberInputProps, StepperInputProps } from '@hubspot/ui-extensions';
import { FieldFrame, useControl } from './field-frame.tsx';
import { currencyMark, formatNumber, parseNumber, toAllowed } from './number-text.ts';
import type { NumberRules } from './number-text.ts';
import { useField } from './use-field.ts';

interface NumberFieldProps extends Omit<NumberInputProps, 'onInput'> {
  onInput?: NumberInputProps['onInput'] | undefined;
}

/**
 * Digits are kept as typed while they are typed, and written out when the field is left. An emptied field sends
 * NaN: the SDK's type is `number` and no public source names the value that HubSpot sends (UNVERIFIED).
 */
function useNumberField(props: NumberFieldProps, rules: NumberRules, fixed = false) {
  const field = useField(props.value, props.defaultValue, NaN);
  const [draft, setDraft] = useState<string | null>(null);
  const [committed, setCommitted] = useState(field.value);
  const written = formatNumber(field.value, { precision: rules.precision, fixed });
  const isDraft = draft !== null && Object.is(parseNumber(draft), field.value);
  const commit = (number: number) => {
    const allowed = toAllowed(number, rules);
    field.set(allowed);
    setDraft(null);
    if (Object.is(allowed, committed)) return;
    setCommitted(allowed);
    field.sent(props.onChange?.(allowed));
  };
  const type = (text: string) => {
    const number = parseNumber(text);
    setDraft(text);
    field.set(number);
    field.sent(props.onInput?.(number));
  };
  const enter = () => setCommitted(field.value);
  return { value: field.value, shown: isDraft ? draft : written, commit, type, enter };
}

function attributesOf(field: ReturnType<typeof useNumberField>, props: NumberFieldProps) {
  return {
    value: field.shown,
    readOnly: props.readOnly,
    placeholder: props.placeholder,
    inputMode: 'decimal' as const,
    autoComplete: 'off',
    onChange: ({ currentTarget }: ChangeEvent<HTMLInputElement>) => field.type(currentTarget.value),
    onFocus() {
      field.enter();
      void props.onFocus?.(field.value);
    },
    onBlur() {
      field.commit(field.value);
      void props.onBlur?.(field.value);
    },
    onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Enter') field.commit(field.value);
    },
  };
}

const beside = (text: string) => (
  <span className="ui-adornment" aria-hidden="true">
    {text}
  </span>
);

/** A percentage is the number as it is, with its sign: 25 reads 25 % (HubSpot's scale is UNVERIFIED). */
export function NumberInput(props: NumberInputProps) {
  const { formatStyle = 'decimal', textAlign = 'left' } = props;
  const attributes = useControl(props);
  const field = useNumberField(props, props);
  const style: CSSProperties = { textAlign };
  return (
    <FieldFrame texts={props} id={attributes.id}>
      <div className="ui-adorned">
        <input
          {...attributes}
          {...attributesOf(field, props)}
          type="text"
          className="ui-input"
          style={style}
        />
        {formatStyle === 'percentage' ? beside('%') : null}
      </div>
    </FieldFrame>
  );
}

export function CurrencyInput(props: CurrencyInputProps) {
  const { currency = 'USD', min, max } = props;
  const { symbol, precision } = currencyMark(currency);
  const attributes = useControl(props);
  const rules = { min, max, precision: props.precision ?? precision };
  const field = useNumberField(props, rules, true);
  return (
    <FieldFrame texts={props} id={attributes.id}>
      <div className="ui-adorned" data-side="start">
        {beside(symbol)}
        <input {...attributes} {...attributesOf(field, props)} type="text" className="ui-input" />
      </div>
    </FieldFrame>
  );
}

interface StepButtonProps {
  mark: string;
  label: string;
  tip: string | undefined;
  disabled: boolean;
  press: () => void;
}

const StepButton = ({ mark, label, tip, disabled, press }: StepButtonProps) => (
  <button type="button" aria-label={label} title={tip} disabled={disabled} onClick={press}>
    {mark}
  </button>
);

export function StepperInput(props: StepperInputProps) {
  const { stepSize = 1, min = -Infinity, max = Infinity, readOnly = false, label } = props;
  const attributes = useControl(props);
  const field = useNumberField(props, props);
  const control = { ...attributes, ...attributesOf(field, props) };
  const number = Number.isNaN(field.value) ? 0 : field.value;
  const [atMin, atMax] = [number <= min, number >= max];
  const step = (by: number) => field.commit(number + by);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: stepSize, ArrowDown: -stepSize }[event.key];
    if (event.key === 'Enter') field.commit(field.value);
    if (by === undefined) return;
    event.preventDefault();
    if (!readOnly) step(by);
  };
  return (
    <FieldFrame texts={props} id={attributes.id}>
      <div className="ui-stepper">
        <StepButton
          mark="−"
          label={`Decrease ${label}`}
          tip={atMin ? props.minValueReachedTooltip : undefined}
          disabled={readOnly || atMin}
          press={() => step(-stepSize)}
        />
        <input {...control} className="ui-input" onKeyDown={onKeyDown} />
        <StepButton
          mark="+"
          label={`Increase ${label}`}
          tip={atMax ? props.maxValueReachedTooltip : undefined}
          disabled={readOnly || atMax}
          press={() => step(stepSize)}
        />
      </div>
    </FieldFrame>
  );
}
