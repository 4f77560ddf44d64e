import { useState } from 'react';
import type { MultiSelectProps } from '@hubspot/ui-extensions';
import { FieldFrame, useControl } from './field-frame.tsx';
import { useField } from './use-field.ts';
import { usePopup } from './use-popup.ts';

type Option = MultiSelectProps['options'][number];
type Values = NonNullable<MultiSelectProps['value']>;

const searchableFrom = 9;

interface ChoicesProps {
  options: readonly Option[];
  chosen: Values;
  toggle: (value: Option['value']) => void;
}

function Choices({ options, chosen, toggle }: ChoicesProps) {
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLocaleLowerCase();
  const shown = options.filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
  return (
    <>
      {options.length >= searchableFrom ? (
        <input
          type="search"
          className="ui-input"
          aria-label="Search the options"
          placeholder="Search"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      ) : null}
      {shown.map(({ label, value }) => (
        <label key={String(value)} className="ui-option">
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
          {label}
        </label>
      ))}
      {shown.length === 0 ? <div className="ui-option-none">Nothing matches</div> : null}
    </>
  );
}

function useChosen({ value, options = [], onChange }: MultiSelectProps) {
  const field = useField<Values>(value, undefined, []);
  const toggle = (one: Option['value']) => {
    const isChosen = field.value.includes(one);
    const next = isChosen ? field.value.filter((other) => other !== one) : [...field.value, one];
    field.set(next);
    field.sent(onChange?.(next));
  };
  const labels = options.filter((option) => field.value.includes(option.value)).map(({ label }) => label);
  return { chosen: field.value, toggle, labels };
}

/** A button that names what is chosen, and opens a list of checkboxes. */
export function MultiSelect(props: MultiSelectProps) {
  const { options = [], placeholder = 'Select', readOnly = false, variant = 'input', label } = props;
  const { id, 'aria-describedby': describedBy } = useControl(props);
  const popup = usePopup<HTMLButtonElement>();
  const { chosen, toggle, labels } = useChosen(props);
  return (
    <FieldFrame texts={props} id={id}>
      <div onKeyDown={popup.closeOnEscape}>
        <button
          id={id}
          ref={popup.anchor}
          type="button"
          className="ui-input ui-select"
          data-variant={variant}
          data-empty={labels.length === 0}
          data-test-id={props.testId}
          aria-describedby={describedBy}
          aria-labelledby={label ? `${id}-label ${id}-chosen` : undefined}
          aria-expanded={popup.isOpen}
          aria-haspopup="true"
          disabled={readOnly}
          onClick={popup.isOpen ? popup.close : popup.open}
        >
          <span id={`${id}-chosen`}>{labels.length > 0 ? labels.join(', ') : placeholder}</span>
        </button>
        {popup.isOpen ? (
          <div
            ref={popup.box}
            className="ui-popup"
            style={popup.style}
            role="group"
            aria-label={label ?? placeholder}
          >
            <Choices options={options} chosen={chosen} toggle={toggle} />
          </div>
        ) : null}
      </div>
    </FieldFrame>
  );
}
