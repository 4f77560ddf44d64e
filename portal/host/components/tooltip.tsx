import { useContext, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { createPortal } from 'react-dom';
import type { TooltipProps } from '@hubspot/ui-extensions';
import { placeBeside } from './place.ts';
import type { Place, Side } from './place.ts';
import { SlotContext } from './use-overlay.tsx';

interface BubbleProps {
  id: string;
  anchor: Element;
  side: Side;
  children: ReactNode;
}

function Bubble({ id, anchor, side, children }: BubbleProps) {
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place>({ top: 0, left: 0 });
  useLayoutEffect(() => {
    if (!box.current) return;
    const { offsetWidth: width, offsetHeight: height } = box.current;
    const view = { width: window.innerWidth, height: window.innerHeight };
    setPlace(placeBeside(anchor.getBoundingClientRect(), { width, height }, side, view));
  }, [anchor, side, children]);
  return createPortal(
    <div ref={box} id={id} role="tooltip" className="ui-tooltip" style={place}>
      {children}
    </div>,
    document.body,
  );
}

const shows = ['mouseenter', 'focusin'] as const;
const hides = ['mouseleave', 'focusout', 'click'] as const;

/** Shown on hover and on focus; Escape dismisses it (WCAG 1.4.13). */
function useHover(wrapper: RefObject<HTMLElement> | undefined, id: string): Element | null {
  const [anchor, setAnchor] = useState<Element | null>(null);
  useEffect(() => {
    const element = wrapper?.current?.firstElementChild;
    if (!element) return;
    const show = () => setAnchor(element);
    const hide = () => setAnchor(null);
    const onKey = ({ key }: Event & { key?: string }) => (key === 'Escape' ? hide() : undefined);
    element.setAttribute('aria-describedby', id);
    for (const type of shows) element.addEventListener(type, show);
    for (const type of hides) element.addEventListener(type, hide);
    document.addEventListener('keydown', onKey);
    return () => {
      for (const type of shows) element.removeEventListener(type, show);
      for (const type of hides) element.removeEventListener(type, hide);
      document.removeEventListener('keydown', onKey);
    };
  }, [wrapper, id]);
  return anchor;
}

export function Tooltip({ placement = 'top', children }: TooltipProps) {
  const id = useId();
  const anchor = useHover(useContext(SlotContext)?.anchor, id);
  return anchor ? (
    <Bubble id={id} anchor={anchor} side={placement}>
      {children}
    </Bubble>
  ) : null;
}

/** The small mark beside a label whose text shows on hover and focus. */
export function Hint({ text }: { text: string }) {
  const wrapper = useRef<HTMLSpanElement>(null);
  const id = useId();
  const anchor = useHover(wrapper, id);
  return (
    <span className="ui-anchor" ref={wrapper}>
      <button type="button" className="ui-hint" aria-label={`More: ${text}`}>
        i
      </button>
      {anchor ? (
        <Bubble id={id} anchor={anchor} side="top">
          {text}
        </Bubble>
      ) : null}
    </span>
  );
}
