import { useId } from 'react';
import type { ToggleGroupProps } from '@hubspot/ui-extensions';
import { Hint } from './tooltip.tsx';
import { useField } from './use-field.ts';

type Option = ToggleGroupProps['options'][number];

const toList = (value: string | string[] | undefined) =>
  value === undefined ? undefined : typeof value === 'string' ? [value] : value;

function useChosen({ toggleType = 'checkboxList', value, options, onChange }: ToggleGroupProps) {
  const initial = options.filter((option) => option.initialIsChecked).map((option) => option.value);
  const field = useField(toList(value), initial, []);
  const choose = (chosen: string, checked: boolean) => {
    const isRadio = toggleType === 'radioButtonList';
    const others = isRadio ? [] : field.value.filter((one) => one !== chosen);
    // In the order of the options, whatever the order of the clicks.
    const kept = checked ? [...others, chosen] : others;
    const next = options.map((option) => option.value).filter((one) => kept.includes(one));
    field.set(next);
    field.sent((onChange as ((value: string | string[]) => void) | undefined)?.(isRadio ? chosen : next));
  };
  return { chosen: field.value, choose, type: toggleType === 'radioButtonList' ? 'radio' : 'checkbox' };
}

interface OneProps {
  option: Option;
  type: string;
  name: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

function One({ option, type, name, checked, onChange }: OneProps) {
  const aboutId = useId();
  return (
    <div className="ui-choice">
      <label>
        <input
          type={type}
          name={name}
          value={option.value}
          checked={checked}
          disabled={option.readOnly ?? option.readonly ?? false}
          aria-describedby={option.description ? aboutId : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{option.label}</span>
      </label>
      {option.description ? (
        <div id={aboutId} className="ui-field-about">
          {option.description}
        </div>
      ) : null}
    </div>
  );
}

export function ToggleGroup(props: ToggleGroupProps) {
  const { label, name, required, tooltip, error = false, validationMessage, inline = false, options } = props;
  const { chosen, choose, type } = useChosen(props);
  const id = useId();
  return (
    <fieldset
      className="ui-field ui-toggle-group"
      data-error={error}
      data-test-id={props.testId}
      role={type === 'radio' ? 'radiogroup' : undefined}
      aria-required={type === 'radio' && required ? true : undefined}
      aria-invalid={error || undefined}
      aria-describedby={validationMessage ? id : undefined}
    >
      <legend>
        {label}
        {required ? <span aria-hidden="true"> *</span> : null}
        {tooltip ? <Hint text={tooltip} /> : null}
      </legend>
      <div className="ui-toggle-options" data-inline={inline}>
        {options.map((option) => (
          <One
            key={option.value}
            option={option}
            type={type}
            name={`${name}-${id}`}
            checked={chosen.includes(option.value)}
            onChange={(checked) => choose(option.value, checked)}
          />
        ))}
      </div>
      <div id={id} className="ui-field-message" aria-live="polite">
        {validationMessage}
      </div>
    </fieldset>
  );
}
