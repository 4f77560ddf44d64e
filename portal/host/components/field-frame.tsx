import { useId } from 'react';
import type { ReactNode } from 'react';
import { Hint } from './tooltip.tsx';

export interface FieldTexts {
  label?: string | undefined;
  name?: string | undefined;
  description?: string | undefined;
  tooltip?: string | undefined;
  required?: boolean | undefined;
  readOnly?: boolean | undefined;
  error?: boolean | undefined;
  validationMessage?: string | undefined;
  testId?: string | undefined;
}

/** What the control itself carries so that its label, description and error belong to it. */
export interface ControlAttributes {
  id: string;
  name: string | undefined;
  'aria-required': true | undefined;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
  'data-test-id': string | undefined;
}

export function useControl(texts: FieldTexts, error = texts.error): ControlAttributes {
  const id = useId();
  const described = [texts.description ? `${id}-about` : '', texts.validationMessage ? `${id}-message` : ''];
  return {
    id,
    name: texts.name,
    'aria-required': texts.required ? true : undefined,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described.filter(Boolean).join(' ') || undefined,
    'data-test-id': texts.testId,
  };
}

interface FieldFrameProps {
  texts: FieldTexts;
  id: string;
  children: ReactNode;
}

export function FieldFrame({ texts, id, children }: FieldFrameProps) {
  const { label, required, tooltip, description, error = false, validationMessage } = texts;
  return (
    <div className="ui-field" data-error={error}>
      {label ? (
        <div className="ui-label-line">
          <label id={`${id}-label`} htmlFor={id}>
            {label}
            {required ? <span aria-hidden="true"> *</span> : null}
          </label>
          {tooltip ? <Hint text={tooltip} /> : null}
        </div>
      ) : null}
      {description ? (
        <div id={`${id}-about`} className="ui-field-about">
          {description}
        </div>
      ) : null}
      {children}
      <div id={`${id}-message`} className="ui-field-message" aria-live="polite">
        {validationMessage}
      </div>
    </div>
  );
}
