import { createContext, useContext, useMemo, useRef, useState } from 'react';
import type { ReactNode, RefObject, SyntheticEvent } from 'react';
import { reactionsOf, toExtensionEvent } from './events.ts';
import type { ClickHandler } from './events.ts';
import { HostContext } from './host-context.tsx';

export interface Slot {
  isOpen: boolean;
  setOpen: (open: boolean) => void;
  /** Said by a Modal or Panel: the opener then tells that it opens a dialog. A Tooltip says nothing. */
  setDialog: (isDialog: boolean) => void;
  anchor: RefObject<HTMLElement>;
}

/** Reaches what arrives inside the `overlay` prop: only a Modal or Panel itself knows its id. */
export const SlotContext = createContext<Slot | null>(null);

export interface Opener {
  press: (event: SyntheticEvent, opens?: boolean) => unknown;
  open: () => void;
  opensDialog: boolean;
  wrap: (opener: ReactNode) => ReactNode;
}

/** The `onClick` and `overlay` props of a component, as one press. */
export function useOverlay(onClick: ClickHandler, overlay: ReactNode, id?: string): Opener {
  const host = useContext(HostContext);
  const anchor = useRef<HTMLElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [opensDialog, setDialog] = useState(false);
  const slot = useMemo(() => ({ isOpen, setOpen, setDialog, anchor }), [isOpen]);
  const hasOverlay = overlay !== undefined && overlay !== null && overlay !== '';
  return {
    opensDialog,
    open: () => setOpen(true),
    press(event, opens = true) {
      const answer: unknown = onClick?.(toExtensionEvent(event, id), reactionsOf(host));
      if (hasOverlay && opens) setOpen(true);
      return answer;
    },
    wrap(opener) {
      if (!hasOverlay) return opener;
      return (
        <span className="ui-anchor" ref={anchor}>
          {opener}
          <SlotContext.Provider value={slot}>{overlay}</SlotContext.Provider>
        </span>
      );
    },
  };
}
