import { useContext } from 'react';
import type { FormEvent } from 'react';
import type { FormInputValues, FormProps } from '@hubspot/ui-extensions';
import { reactionsOf, toExtensionEvent } from './events.ts';
import { HostContext } from './host-context.tsx';

/** `targetValue` as a browser's form gives it: by name, the last of a name wins (HubSpot's is UNVERIFIED). */
const valuesOf = (form: HTMLFormElement): FormInputValues =>
  Object.fromEntries(
    [...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );

export function Form({ onSubmit, autoComplete = 'on', children, testId }: FormProps) {
  const host = useContext(HostContext);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const targetValue = valuesOf(event.currentTarget);
    void onSubmit?.({ ...toExtensionEvent(event, testId), targetValue }, reactionsOf(host));
  };
  return (
    <form className="ui-form" data-test-id={testId} autoComplete={autoComplete} noValidate onSubmit={submit}>
      {children}
    </form>
  );
}
