import type { SyntheticEvent } from 'react';
import type { ExtensionEvent, Reactions, ReactionsHandler } from '@hubspot/ui-extensions';
import type { HostActions } from './host-context.tsx';

export type ClickHandler = ReactionsHandler<ExtensionEvent> | undefined;

/** The four fields that cross to the worker: a DOM event cannot. */
export const toExtensionEvent = (event: SyntheticEvent, id: string | undefined): ExtensionEvent => ({
  type: event.type,
  bubbles: event.bubbles,
  timeStamp: event.timeStamp,
  id: id ?? event.currentTarget.id,
});

export const reactionsOf = (host: HostActions): Reactions => ({
  openPanel: (id) => host.openOverlay(id),
  closePanel: (id) => host.closeOverlay(id),
  openModal: (id) => host.openOverlay(id),
  closeModal: (id) => host.closeOverlay(id),
});
