import type { BaseTime, TimeInputProps } from '@hubspot/ui-extensions';
import { FieldFrame, useControl } from './field-frame.tsx';
import { useField } from './use-field.ts';

const two = (n: number) => String(n).padStart(2, '0');

const toText = ({ hours, minutes }: BaseTime): string => `${two(hours)}:${two(minutes)}`;

function toTime(text: string): BaseTime | null {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(text) ?? [];
  return hours && minutes ? { hours: Number(hours), minutes: Number(minutes) } : null;
}

/** The browser's own time field; a list of the SDK's intervals suggests times and forbids none. */
export function TimeInput(props: TimeInputProps) {
  const { min, max, interval = 30, readOnly, onChange, onBlur, onFocus } = props;
  const attributes = useControl(props);
  const field = useField<BaseTime | null>(props.value, props.defaultValue ?? undefined, null);
  const listId = `${attributes.id}-times`;
  const step = Math.max(1, interval);
  const first = min ? min.hours * 60 + min.minutes : 0;
  const last = max ? max.hours * 60 + max.minutes : 24 * 60 - 1;
  const count = Math.max(0, Math.floor((last - first) / step) + 1);
  const times = Array.from({ length: count }, (_, at) => first + at * step);
  const choose = (text: string) => {
    const time = toTime(text);
    field.set(time);
    if (time) field.sent(onChange?.(time));
  };
  return (
    <FieldFrame texts={props} id={attributes.id}>
      <input
        {...attributes}
        type="time"
        className="ui-input"
        list={listId}
        readOnly={readOnly}
        min={min && toText(min)}
        max={max && toText(max)}
        value={field.value ? toText(field.value) : ''}
        onChange={(event) => choose(event.currentTarget.value)}
        onFocus={() => void (field.value && onFocus?.(field.value))}
        onBlur={() => void (field.value && onBlur?.(field.value))}
      />
      <datalist id={listId}>
        {times.map((at) => (
          <option key={at} value={toText({ hours: Math.floor(at / 60), minutes: at % 60 })} />
        ))}
      </datalist>
    </FieldFrame>
  );
}
