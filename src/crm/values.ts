import * as z from 'zod/mini';
import { dayOf, toDay } from '#domain/day';

/** HubSpot sends every property as text or null; an empty text is no value. */
export const text = z.pipe(
  z.nullish(z.string()),
  z.transform((value) => value || null),
);

/** A property whose text `read` turns into a value. */
export const fromText = <Value>(read: (value: string | null) => Value) => z.pipe(text, z.transform(read));

export const number = fromText((value) => {
  const parsed = value === null ? Number.NaN : Number(value);
  return Number.isFinite(parsed) ? parsed : null;
});

export const yes = fromText((value) => (value === null ? null : value === 'true'));

/** Milliseconds of an ISO instant or of epoch milliseconds, null for anything else. */
export function toInstant(value: string | null): number | null {
  if (value === null) return null;
  const ms = /^-?\d+$/.test(value) ? Number(value) : Date.parse(value);
  return Number.isNaN(ms) ? null : ms;
}

export const instant = fromText(toInstant);

/** Day of a date property, which HubSpot holds as an ISO day or as midnight UTC. */
export const day = fromText((value) => {
  if (value === null) return null;
  const ms = toInstant(value);
  return toDay(value) ?? (ms === null ? null : dayOf(ms));
});

/** A value of the vocabulary; null where somebody gave the property another one. */
export const oneOf = <const Value extends string>(values: readonly Value[]) =>
  fromText((value) => values.find((known) => known === value) ?? null);

/** Multi-checkbox text `a;b`. Values outside the vocabulary are left out. */
export const someOf = <const Value extends string>(values: readonly Value[]) =>
  fromText((value) => {
    const given = new Set((value ?? '').split(';'));
    return values.filter((known) => given.has(known));
  });
