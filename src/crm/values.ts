import * as z from 'zod';
import { dayOf, toDay } from '#domain/day';

/** HubSpot sends every property as text or null; an empty text is no value. */
export const text = z
  .string()
  .nullish()
  .transform((value) => value || null);

export const number = text.transform((value) => {
  const parsed = value === null ? Number.NaN : Number(value);
  return Number.isFinite(parsed) ? parsed : null;
});

export const yes = text.transform((value) => (value === null ? null : value === 'true'));

/** Milliseconds of an ISO instant or of epoch milliseconds, null for anything else. */
export function toInstant(value: string | null): number | null {
  if (value === null) return null;
  const ms = /^-?\d+$/.test(value) ? Number(value) : Date.parse(value);
  return Number.isNaN(ms) ? null : ms;
}

export const instant = text.transform(toInstant);

/** Day of a date property, which HubSpot holds as an ISO day or as midnight UTC. */
export const day = text.transform((value) => {
  if (value === null) return null;
  const ms = toInstant(value);
  return toDay(value) ?? (ms === null ? null : dayOf(ms));
});

/** A value of the vocabulary; null where somebody gave the property another one. */
export const oneOf = <const Value extends string>(values: readonly Value[]) =>
  text.transform((value) => values.find((known) => known === value) ?? null);

/** Multi-checkbox text `a;b`. Values outside the vocabulary are left out. */
export const someOf = <const Value extends string>(values: readonly Value[]) =>
  text.transform((value) => {
    const given = new Set((value ?? '').split(';'));
    return values.filter((known) => given.has(known));
  });
