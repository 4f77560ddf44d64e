import { useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import type { BaseDate, DateInputEventsPayload, DateInputProps } from '@hubspot/ui-extensions';
import { compareDays, formatDay, isSameDay, parseDay, toIso, todayIn } from './day-text.ts';
import { FieldFrame, useControl } from './field-frame.tsx';
import { Icon } from './icon.tsx';
import { useField } from './use-field.ts';

const isSame = (a: BaseDate | null, b: BaseDate | null) => (a && b ? isSameDay(a, b) : a === b);

/** Why a day cannot be taken, in the words of the props. */
function refusalOf(day: BaseDate, props: DateInputProps): string | null {
  const { min, max, format } = props;
  if (min && compareDays(day, min) < 0)
    return props.minValidationMessage ?? `The first possible day is ${formatDay(min, format)}.`;
  if (max && compareDays(day, max) > 0)
    return props.maxValidationMessage ?? `The last possible day is ${formatDay(max, format)}.`;
  return null;
}

function useDayField(props: DateInputProps) {
  const { format = 'short', onChange } = props;
  const field = useField<BaseDate | null>(props.value, props.defaultValue, null);
  const [draft, setDraft] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const payload = (day: BaseDate): DateInputEventsPayload => ({
    ...day,
    formattedDate: formatDay(day, format),
  });
  const choose = (day: BaseDate | null) => {
    const because = day && refusalOf(day, props);
    setRefusal(because);
    if (because) return;
    setDraft(null);
    if (isSame(day, field.value)) return;
    field.set(day);
    // The SDK types no cleared date; `null` is what `BaseInputProps` allows as a value (UNVERIFIED).
    field.sent(
      (onChange as ((value: DateInputEventsPayload | null) => void) | undefined)?.(day && payload(day)),
    );
  };
  const commit = () => {
    if (draft === null) return;
    const day = parseDay(draft);
    if (day) choose(day);
    else if (draft.trim() !== '') setRefusal(`Write the day as ${formatDay(todayIn(new Date()), format)}.`);
    else if (props.clearButtonLabel) choose(null);
    else setDraft(null);
  };
  const type = (text: string) => {
    setDraft(text);
    setRefusal(null);
  };
  const told = () => (field.value ? payload(field.value) : null);
  const shown = draft ?? (field.value ? formatDay(field.value, format) : '');
  return { value: field.value, shown, refusal, choose, commit, type, told };
}

function attributesOf(field: DayField, { readOnly, format = 'short', onFocus, onBlur }: DateInputProps) {
  return {
    value: field.shown,
    readOnly,
    placeholder: format === 'short' || format === 'L' ? 'MM/DD/YYYY' : undefined,
    onChange: (event: { currentTarget: HTMLInputElement }) => field.type(event.currentTarget.value),
    onFocus() {
      const told = field.told();
      if (told) void onFocus?.(told);
    },
    onBlur() {
      field.commit();
      const told = field.told();
      if (told) void onBlur?.(told);
    },
    onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Enter') field.commit();
    },
  };
}

type DayField = ReturnType<typeof useDayField>;

function Calendar({ props, field }: { props: DateInputProps; field: DayField }) {
  const picker: RefObject<HTMLInputElement> = useRef(null);
  const show = () => {
    const element = picker.current;
    if (element && 'showPicker' in element) element.showPicker();
  };
  return (
    <>
      <input
        ref={picker}
        type="date"
        className="ui-native-picker"
        tabIndex={-1}
        aria-hidden="true"
        min={props.min && toIso(props.min)}
        max={props.max && toIso(props.max)}
        value={field.value ? toIso(field.value) : ''}
        onChange={(event) => {
          const day = parseDay(event.currentTarget.value);
          if (day) field.choose(day);
        }}
      />
      <button
        type="button"
        className="ui-icon-button"
        aria-label={`Choose from a calendar: ${props.label}`}
        disabled={props.readOnly}
        onClick={show}
      >
        <Icon name="date" size="sm" />
      </button>
    </>
  );
}

/** Typed or picked; a day out of bounds is refused beside the field and never sent. */
export function DateInput(props: DateInputProps) {
  const { clearButtonLabel, todayButtonLabel, readOnly = false } = props;
  const field = useDayField(props);
  const texts = field.refusal ? { ...props, error: true, validationMessage: field.refusal } : props;
  const attributes = useControl(texts);
  return (
    <FieldFrame texts={texts} id={attributes.id}>
      <div className="ui-adorned">
        <input
          {...attributes}
          {...attributesOf(field, props)}
          type="text"
          className="ui-input"
          autoComplete="off"
        />
        <Calendar props={props} field={field} />
      </div>
      {readOnly ? null : (
        <div className="ui-date-actions">
          {todayButtonLabel ? (
            <button type="button" onClick={() => field.choose(todayIn(new Date()))}>
              {todayButtonLabel}
            </button>
          ) : null}
          {clearButtonLabel && field.value ? (
            <button type="button" onClick={() => field.choose(null)}>
              {clearButtonLabel}
            </button>
          ) : null}
        </div>
      )}
    </FieldFrame>
  );
}
