import type { OverlayAct, OverlayListener } from './host-context.tsx';

export interface Overlays {
  open: (id: string) => void;
  close: (id: string) => void;
  watch: (listener: OverlayListener) => () => void;
}

/** One for each extension: ids of overlays are unique within an extension only. */
export function createOverlays(): Overlays {
  const listeners = new Set<OverlayListener>();
  const tell = (act: OverlayAct) => (id: string) => {
    for (const listener of [...listeners]) listener(act, id);
  };
  return {
    open: tell('open'),
    close: tell('close'),
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
