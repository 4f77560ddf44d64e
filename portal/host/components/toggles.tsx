import { useId } from 'react';
import type { CheckboxProps, RadioButtonProps, ToggleProps } from '@hubspot/ui-extensions';
import { stepOf } from './size.ts';
import { useField } from './use-field.ts';

type ChoiceProps = CheckboxProps & { kind: 'checkbox' | 'radio' };

function Choice(props: ChoiceProps) {
  const { kind, value = '', name, description, inline = false, variant, size, children, testId } = props;
  const field = useField(props.checked, props.initialIsChecked, false);
  const aboutId = useId();
  const isSmall = variant === 'small' || (size !== 'default' && stepOf(size, 'md') === 'sm');
  const change = (checked: boolean) => {
    field.set(checked);
    field.sent(props.onChange?.(checked, value));
  };
  return (
    <div className="ui-choice" data-inline={inline} data-small={isSmall}>
      <label>
        <input
          type={kind}
          name={name}
          value={value}
          checked={field.value}
          disabled={props.readOnly ?? props.readonly ?? false}
          aria-label={props['aria-label']}
          aria-describedby={description ? aboutId : undefined}
          data-test-id={testId}
          onChange={(event) => change(event.currentTarget.checked)}
        />
        <span>{children}</span>
      </label>
      {description ? (
        <div id={aboutId} className="ui-field-about">
          {description}
        </div>
      ) : null}
    </div>
  );
}

export const Checkbox = (props: CheckboxProps) => <Choice {...props} kind="checkbox" />;

export const RadioButton = (props: RadioButtonProps) => <Choice {...props} kind="radio" />;

export function Toggle(props: ToggleProps) {
  const { label, labelDisplay = 'inline', size, name, textChecked = 'ON', textUnchecked = 'OFF' } = props;
  const field = useField(props.checked, props.initialIsChecked, false);
  const step = size === 'default' ? 'md' : stepOf(size, 'md');
  const flip = () => {
    field.set(!field.value);
    field.sent(props.onChange?.(!field.value));
  };
  return (
    <label className="ui-toggle" data-label={labelDisplay} data-size={step}>
      <span className={labelDisplay === 'hidden' ? 'ui-visually-hidden' : undefined}>{label}</span>
      <input
        type="checkbox"
        role="switch"
        className="ui-visually-hidden"
        name={name}
        checked={field.value}
        disabled={props.readOnly ?? props.readonly ?? false}
        data-test-id={props.testId}
        onChange={flip}
      />
      <span className="ui-toggle-track" aria-hidden="true">
        {step === 'md' ? (field.value ? textChecked : textUnchecked) : null}
      </span>
    </label>
  );
}
