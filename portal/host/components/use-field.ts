import { useReducer, useRef, useState } from 'react';

export interface Field<T> {
  value: T;
  set: (value: T) => void;
  /** Give it what a handler in the worker answered: its value counts only when the answer has come. */
  sent: (...answers: unknown[]) => void;
}

const isSame = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

/**
 * A controlled input across an asynchronous boundary. While a handler is in flight the live value stays, or a key
 * typed meanwhile would be undone; afterwards a value that the extension changed wins. One that it left as it was
 * keeps what was typed (no public source says whether HubSpot snaps back: UNVERIFIED).
 */
export function useField<T>(remote: T | undefined, initial: T | undefined, empty: T): Field<T> {
  const [live, setLive] = useState<T>(remote ?? initial ?? empty);
  const [, renderAgain] = useReducer((n: number) => n + 1, 0);
  const inFlight = useRef(0);
  const seen = useRef(remote);
  let value = live;
  if (inFlight.current === 0 && !isSame(seen.current, remote)) {
    seen.current = remote;
    value = remote ?? empty;
    if (!isSame(value, live)) setLive(value);
  }
  const landed = () => {
    inFlight.current -= 1;
    renderAgain();
  };
  return {
    value,
    set: setLive,
    sent(...answers) {
      for (const answer of answers) {
        if (!(answer instanceof Promise)) continue;
        inFlight.current += 1;
        void answer.finally(landed);
      }
    },
  };
}
