import { createContext, useContext, useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import { reactionsOf, toExtensionEvent } from './events.ts';
import type { ClickHandler } from './events.ts';
import { HostContext } from './host-context.tsx';

export interface Slot {
  isOpen: boolean;
  setOpen(open: boolean): void;
}

/** Reaches the Modal or Panel that arrives inside the `overlay` prop: only it knows its id. */
export const SlotContext = createContext<Slot | null>(null);

export interface Opener {
  press(event: SyntheticEvent, opens?: boolean): unknown;
  open(): void;
  slot: ReactNode;
  hasOverlay: boolean;
}

/** The `onClick` and `overlay` props of a component, as one press. */
export function useOverlay(onClick: ClickHandler, overlay: ReactNode, id?: string): Opener {
  const host = useContext(HostContext);
  const [isOpen, setOpen] = useState(false);
  const hasOverlay = overlay !== undefined && overlay !== null && overlay !== '';
  const slot = hasOverlay ? (
    <SlotContext.Provider value={{ isOpen, setOpen }}>{overlay}</SlotContext.Provider>
  ) : null;
  return {
    hasOverlay,
    slot,
    open: () => setOpen(true),
    press(event, opens = true) {
      const answer: unknown = onClick?.(toExtensionEvent(event, id), reactionsOf(host));
      if (hasOverlay && opens) setOpen(true);
      return answer;
    },
  };
}
