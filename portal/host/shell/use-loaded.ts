import { useCallback, useEffect, useRef, useState } from 'react';

export type Loaded<T> =
  | { status: 'loading'; value: T | null }
  | { status: 'ready'; value: T }
  | { status: 'failed'; message: string; value: T | null };

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/**
 * Loads again whenever the key changes or `reload` is called. Only the latest request may answer, and what was
 * there stays while the same key loads again.
 */
export function useLoaded<T>(key: string, load: () => Promise<T>): { loaded: Loaded<T>; reload: () => void } {
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<{ key: string; loaded: Loaded<T> } | null>(null);
  const latestLoad = useRef(load);
  latestLoad.current = load;
  useEffect(() => {
    let current = true;
    latestLoad.current().then(
      (value) => {
        if (current) setAnswer({ key, loaded: { status: 'ready', value } });
      },
      (error: unknown) => {
        if (!current) return;
        setAnswer((was) => {
          const value = was?.key === key ? was.loaded.value : null;
          return { key, loaded: { status: 'failed', message: messageOf(error), value } };
        });
      },
    );
    return () => {
      current = false;
    };
  }, [key, round]);
  const reload = useCallback(() => setRound((n) => n + 1), []);
  const loaded: Loaded<T> = answer?.key === key ? answer.loaded : { status: 'loading', value: null };
  return { loaded, reload };
}
