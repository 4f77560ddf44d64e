import type { ChangeEvent } from 'react';
import type { SelectProps } from '@hubspot/ui-extensions';
import { FieldFrame, useControl } from './field-frame.tsx';
import { SearchableSelect } from './searchable-select.tsx';
import { useField } from './use-field.ts';

type Value = NonNullable<SelectProps['value']>;

// Beyond this many options a person types rather than looks.
const searchableFrom = 16;

/** A native list while it is short: every keyboard and screen reader knows it. */
function PlainSelect(props: SelectProps) {
  const { options = [], placeholder = 'Select', readOnly = false, variant = 'input' } = props;
  const attributes = useControl(props);
  const field = useField<Value | null>(props.value, undefined, null);
  const chosen = options.findIndex(({ value }) => value === field.value);
  const choose = ({ currentTarget }: ChangeEvent<HTMLSelectElement>) => {
    const option = options[Number(currentTarget.value)];
    if (!option) return;
    field.set(option.value);
    field.sent(props.onChange?.(option.value));
  };
  return (
    <FieldFrame texts={props} id={attributes.id}>
      <select
        {...attributes}
        aria-label={props.label ? undefined : placeholder}
        className="ui-input ui-select"
        data-variant={variant}
        data-empty={chosen < 0}
        disabled={readOnly}
        value={chosen < 0 ? '' : String(chosen)}
        onChange={choose}
      >
        {chosen < 0 ? (
          <option value="" disabled hidden>
            {placeholder}
          </option>
        ) : null}
        {options.map(({ label, value }, index) => (
          <option key={String(value)} value={String(index)}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

export const Select = (props: SelectProps) =>
  props.onInput || (props.options ?? []).length >= searchableFrom ? (
    <SearchableSelect {...props} />
  ) : (
    <PlainSelect {...props} />
  );
