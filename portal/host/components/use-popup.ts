import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, RefObject } from 'react';
import { placeMenu } from './place.ts';

export interface Popup<A extends HTMLElement> {
  isOpen: boolean;
  open: () => void;
  close: () => void;
  anchor: RefObject<A>;
  box: RefObject<HTMLDivElement>;
  style: CSSProperties;
  closeOnEscape: (event: KeyboardEvent) => void;
}

const leaving = ['pointerdown', 'focusin', 'scroll'];

function useLeave(isOpen: boolean, parts: RefObject<HTMLElement>[], close: () => void): void {
  const latest = useRef({ parts, close });
  latest.current = { parts, close };
  useEffect(() => {
    if (!isOpen) return;
    const leave = ({ target }: Event) => {
      const inside =
        target instanceof Node && latest.current.parts.some((part) => part.current?.contains(target));
      if (!inside) latest.current.close();
    };
    for (const type of leaving) document.addEventListener(type, leave, true);
    return () => {
      for (const type of leaving) document.removeEventListener(type, leave, true);
    };
  }, [isOpen]);
}

/** A box beside its anchor, fixed to the window so that no scrolling parent cuts it off. */
export function usePopup<A extends HTMLElement>(): Popup<A> {
  const [isOpen, setOpen] = useState(false);
  const [style, setStyle] = useState<CSSProperties>({});
  const anchor = useRef<A>(null);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!isOpen || !anchor.current || !box.current) return;
    const rect = anchor.current.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = box.current;
    const view = { width: window.innerWidth, height: window.innerHeight };
    const width = Math.max(rect.width, offsetWidth);
    setStyle({ minWidth: rect.width, ...placeMenu(rect, { width, height: offsetHeight }, view) });
  }, [isOpen]);
  const close = () => setOpen(false);
  useLeave(isOpen, [anchor, box], close);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    close();
    anchor.current?.focus();
  };
  return {
    isOpen,
    open: () => setOpen(true),
    close,
    anchor,
    box,
    style,
    closeOnEscape,
  };
}
