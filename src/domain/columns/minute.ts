/** Marks an instant that the CRM does not hold. */
export const missing = -2147483648;

const latest = 2147483647;

/** Whole minutes since 1970 of milliseconds, `missing` for null. Example: minuteOf(90000) is 1. */
export function minuteOf(ms: number | null): number {
  if (ms === null || !Number.isFinite(ms)) return missing;
  return Math.min(Math.max(Math.floor(ms / 60_000), -latest), latest);
}

/** Day number of a minute that is not missing. Example: dayOfMinute(1440) is 1. */
export const dayOfMinute = (minute: number): number => Math.floor(minute / 1440);
