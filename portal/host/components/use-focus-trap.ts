import { useEffect } from 'react';
import type { KeyboardEvent, RefObject } from 'react';

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex]:not([tabindex="-1"])';

/** Moves the focus into an open dialog, and back to where it was when the dialog closes. */
export function useFocusInside(dialog: RefObject<HTMLElement>): void {
  useEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    const inside = element
      ?.querySelector<HTMLElement>('.ui-dialog-body')
      ?.querySelector<HTMLElement>(focusable);
    (inside ?? element)?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [dialog]);
}

/** Tab from the last control goes to the first, and back. */
export function keepTabInside(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Tab') return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(focusable)];
  const [first, last] = [all[0], all.at(-1)];
  const here = document.activeElement;
  const leaves = event.shiftKey ? here === first || here === event.currentTarget : here === last;
  if (!first || !last) event.preventDefault();
  else if (leaves) {
    event.preventDefault();
    (event.shiftKey ? last : first).focus();
  }
}
