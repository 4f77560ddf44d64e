import { useSyncExternalStore } from 'react';
import type { LogLevel } from '../extension/messages.ts';

export interface LogLine {
  id: number;
  level: LogLevel;
  source: string;
  text: string;
}

const listeners = new Set<() => void>();
const keptLines = 200;
let lines: readonly LogLine[] = [];
let written = 0;

/** What extensions log, and what goes wrong in them, for the pane at the foot of the page. */
export function writeLog(level: LogLevel, source: string, text: string): void {
  written += 1;
  lines = [...lines.slice(1 - keptLines), { id: written, level, source, text }];
  for (const listener of [...listeners]) listener();
}

export function clearLog(): void {
  lines = [];
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useLog = (): readonly LogLine[] => useSyncExternalStore(subscribe, () => lines);
