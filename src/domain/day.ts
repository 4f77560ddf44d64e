const msPerDay = 86_400_000;

/** Day number (whole days since 1970-01-01 UTC) of an instant in milliseconds. Example: dayOf(86400000) is 1. */
export const dayOf = (ms: number): number => Math.floor(ms / msPerDay);

/** First instant of a day, in milliseconds since 1970. Example: startOfDay(1) is 86400000. */
export const startOfDay = (day: number): number => day * msPerDay;

/** ISO text of a day number. Example: isoDayOf(0) is '1970-01-01'. */
export const isoDayOf = (day: number): string => new Date(startOfDay(day)).toISOString().slice(0, 10);

/** Day number of an ISO day, or null where the text is no day of the calendar. Example: toDay('1970-01-02') is 1. */
export function toDay(iso: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const ms = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(ms) || isoDayOf(dayOf(ms)) !== iso ? null : dayOf(ms);
}

/** Calendar month of a day number. Example: monthOf(0) is '1970-01'. */
export const monthOf = (day: number): string => isoDayOf(day).slice(0, 7);
