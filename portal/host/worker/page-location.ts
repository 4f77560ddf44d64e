import { useSyncExternalStore } from 'react';
import type { PageLocation } from '../extension/messages.ts';

const listeners = new Set<() => void>();
let current: PageLocation = { path: '/', params: {} };

export function movePage(location: PageLocation): void {
  current = location;
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useAppPageLocation = (): PageLocation => useSyncExternalStore(subscribe, () => current);
