import { useEffect, useRef, useState } from 'react';
import type { ProblemMessage, Reply } from '#contract/envelope';

export type Reading<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value; readonly refreshing: boolean }
  | { readonly state: 'failed'; readonly problem: ProblemMessage };

export interface Read<Value> {
  readonly reading: Reading<Value>;
  /** Reads again and says so: spinner first, failure shown. */
  readonly retry: () => void;
  /** Reads again behind what is shown; a failure leaves it as it is. */
  readonly refresh: () => void;
  /** Changes what is shown, and discards every answer that was asked for before the change. */
  readonly update: (change: (value: Value) => Value) => void;
}

/** Reads when it appears and whenever `key` changes. Only the answer to the latest request counts. */
export function useReading<Value>(key: string, read: () => Promise<Reply<Value>>): Read<Value> {
  const [reading, setReading] = useState<Reading<Value>>({ state: 'loading' });
  const latest = useRef(0);
  const ask = async (onFailure: (problem: ProblemMessage) => void) => {
    const request = ++latest.current;
    const reply = await read();
    if (request !== latest.current) return;
    if (reply.ok) setReading({ state: 'ready', value: reply.value, refreshing: false });
    else onFailure(reply.problem);
  };
  const retry = () => {
    setReading((now) => (now.state === 'ready' ? { ...now, refreshing: true } : { state: 'loading' }));
    void ask((problem) => setReading({ state: 'failed', problem }));
  };
  const refresh = () => void ask(() => undefined);
  const update = (change: (value: Value) => Value) => {
    latest.current += 1;
    setReading((now) =>
      now.state === 'ready' ? { state: 'ready', value: change(now.value), refreshing: false } : now,
    );
  };
  useEffect(() => {
    retry();
    return () => {
      latest.current += 1;
    };
    // `read` is made anew by every render; `key` says when it asks for something else.
  }, [key]);
  return { reading, retry, refresh, update };
}
