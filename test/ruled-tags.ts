import { dayOf } from '#domain/day';
import type { Act, Involvement, Ruling } from '#domain/involvement';
import { makeTag } from './make.ts';

/** The moment and the people of the tests that rule on tags. */
export const at = Date.UTC(2026, 8, 30, 12);
export const today = dayOf(at);
export const act: Act = { at, by: 'sam@example.com', confirms: false };
export const confirmer: Act = { ...act, by: 'pat@example.com', confirms: true };
export const free = { otherOrigin: false };
export const taken = { otherOrigin: true };

/** A tag made just now, whose status changed a moment before. */
export const tag = (more: Partial<Involvement> = {}) =>
  makeTag({ taggedAt: at, enteredOn: today, statusChangedAt: at - 9, ...more });

export const valueOf = (ruling: Ruling<Involvement>): Involvement => {
  if (ruling.outcome !== 'allowed') throw new Error(ruling.because);
  return ruling.value;
};
export const lastLine = (ruling: Ruling<Involvement>) => valueOf(ruling).history.at(-1);

export const refusal = (because: string, field?: string) =>
  field === undefined ? { outcome: 'refused', because } : { outcome: 'refused', because, field };
