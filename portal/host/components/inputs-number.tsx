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
  return {
    value: field.value,
    commit,
    attributes: {
      value: isDraft ? draft : written,
      readOnly: props.readOnly,
      placeholder: props.placeholder,
      inputMode: 'decimal' as const,
      autoComplete: 'off',
      onChange({ currentTarget }: ChangeEvent<HTMLInputElement>) {
        const number = parseNumber(currentTarget.value);
        setDraft(currentTarget.value);
        field.set(number);
        field.sent(props.onInput?.(number));
      },
      onFocus() {
        setCommitted(field.value);
        void props.onFocus?.(field.value);
      },
      onBlur() {
        commit(field.value);
        void props.onBlur?.(field.value);
      },
      onKeyDown(event: KeyboardEvent) {
        if (event.key === 'Enter') commit(field.value);
      },
    },
  };
}

const mark = (text: string) => (
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
        <input {...attributes} {...field.attributes} type="text" className="ui-input" style={style} />
        {formatStyle === 'percentage' ? mark('%') : null}
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
        {mark(symbol)}
        <input {...attributes} {...field.attributes} type="text" className="ui-input" />
      </div>
    </FieldFrame>
  );
}

export function StepperInput(props: StepperInputProps) {
  const { stepSize = 1, min = -Infinity, max = Infinity, readOnly = false, label } = props;
  const attributes = useControl(props);
  const field = useNumberField(props, props);
  const number = Number.isNaN(field.value) ? 0 : field.value;
  const atMin = number <= min;
  const atMax = number >= max;
  const step = (by: number) => field.commit(number + by);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      if (!readOnly) step(event.key === 'ArrowUp' ? stepSize : -stepSize);
    } else field.attributes.onKeyDown(event);
  };
  return (
    <FieldFrame texts={props} id={attributes.id}>
      <div className="ui-stepper">
        <button
          type="button"
          aria-label={`Decrease ${label}`}
          title={atMin ? props.minValueReachedTooltip : undefined}
          disabled={readOnly || atMin}
          onClick={() => step(-stepSize)}
        >
          −
        </button>
        <input {...attributes} {...field.attributes} type="text" className="ui-input" onKeyDown={onKeyDown} />
        <button
          type="button"
          aria-label={`Increase ${label}`}
          title={atMax ? props.maxValueReachedTooltip : undefined}
          disabled={readOnly || atMax}
          onClick={() => step(stepSize)}
        >
          +
        </button>
      </div>
    </FieldFrame>
  );
}
