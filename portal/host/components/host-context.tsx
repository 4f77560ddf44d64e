import { createContext } from 'react';

export type OverlayAct = 'open' | 'close';
export type OverlayListener = (act: OverlayAct, id: string) => void;

/** What a component may ask of the page around its extension. */
export interface HostActions {
  openOverlay: (id: string) => void;
  closeOverlay: (id: string) => void;
  /** Tells of every overlay that is asked to open or close; the answer stops it. */
  watchOverlays: (listener: OverlayListener) => () => void;
  navigate: (to: string) => void;
  pageHref: (to: string) => string;
  toast: (alert: { type: string; title?: string; message: string }) => void;
}

const alone = () => undefined;

export const HostContext = createContext<HostActions>({
  openOverlay: alone,
  closeOverlay: alone,
  watchOverlays: () => alone,
  navigate: alone,
  pageHref: (to) => to,
  toast: alone,
});
