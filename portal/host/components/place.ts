export type Side = 'top' | 'bottom' | 'left' | 'right';

export interface Place {
  top: number;
  left: number;
}

interface Edge {
  width: number;
  height: number;
}

const gapPx = 6;
const within = (value: number, limit: number) => Math.max(gapPx, Math.min(value, limit - gapPx));

/** Where a floating box goes beside its anchor, kept inside the window. */
export function placeBeside(anchor: DOMRect, box: Edge, side: Side, view: Edge): Place {
  const middle = {
    top: anchor.top + (anchor.height - box.height) / 2,
    left: anchor.left + (anchor.width - box.width) / 2,
  };
  const places: Record<Side, Place> = {
    top: { top: anchor.top - box.height - gapPx, left: middle.left },
    bottom: { top: anchor.bottom + gapPx, left: middle.left },
    left: { top: middle.top, left: anchor.left - box.width - gapPx },
    right: { top: middle.top, left: anchor.right + gapPx },
  };
  const flipped = side === 'top' && places.top.top < 0 ? places.bottom : places[side];
  return {
    top: within(flipped.top, view.height - box.height),
    left: within(flipped.left, view.width - box.width),
  };
}

/** A menu goes below its anchor, or above where there is more room. */
export function placeMenu(anchor: DOMRect, box: Edge, view: Edge): Place {
  const fitsBelow = anchor.bottom + box.height + gapPx <= view.height;
  const above = anchor.top - box.height - 2;
  const top = fitsBelow || above < 0 ? anchor.bottom + 2 : above;
  return { top, left: within(anchor.left, view.width - box.width) };
}
