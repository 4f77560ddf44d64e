const listeners = new Set<() => void>();

/** The record's properties may have changed: whoever shows some reads them again. */
export function recordChanged(): void {
  for (const listener of [...listeners]) listener();
}

export function onRecordChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
