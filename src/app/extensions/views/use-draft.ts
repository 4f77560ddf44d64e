import { useRef, useState } from 'react';

export interface Draft<Fields> {
  /** What the inputs show. */
  readonly shown: Fields;
  /** A committed value: shown at once. */
  readonly set: (change: Partial<Fields>) => void;
  /** A value in mid-typing: kept, but not pushed back into the input, which would fight with the typing. */
  readonly type: (change: Partial<Fields>) => void;
  /** Everything so far, also what is still being typed. */
  readonly now: () => Fields;
}

/** What is typed into a form. Text inputs report `onInput` to `type` and `onChange` to `set`. */
export function useDraft<Fields extends object>(initial: Fields): Draft<Fields> {
  const [shown, setShown] = useState(initial);
  const live = useRef(initial);
  const type = (change: Partial<Fields>) => {
    live.current = { ...live.current, ...change };
  };
  const set = (change: Partial<Fields>) => {
    type(change);
    setShown(live.current);
  };
  return { shown, set, type, now: () => live.current };
}
