export const dateOrders = ['dmy', 'mdy'] as const;
export type DateOrder = (typeof dateOrders)[number];

const yearFirst =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
const yearLast = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]m)?)?$/i;
/** Milliseconds since 1970: thirteen digits from 2001 on, twelve before. */
const epoch = /^\d{12,13}$/;

/**
 * Which of day and month comes first in dates like 03/05/2026, as the whole column shows it.
 * `ambiguous`: every such date could be read both ways. `mixed`: some only one way, others only the other.
 */
export function dateOrderOf(texts: Iterable<string>): DateOrder | 'ambiguous' | 'mixed' | null {
  const seen = new Set<DateOrder>();
  let any = false;
  for (const text of texts) {
    const match = yearLast.exec(text);
    if (match === null) continue;
    any = true;
    if (Number(match[1]) > 12 || match[2] === '.') seen.add('dmy');
    else if (Number(match[3]) > 12) seen.add('mdy');
  }
  if (seen.size === 2) return 'mixed';
  const [order] = seen;
  return order ?? (any ? 'ambiguous' : null);
}

/** Instant in milliseconds of a date as exports write it (times without a zone are UTC), or null. */
export function toInstant(text: string, order: DateOrder | null): number | null {
  const year = yearFirst.exec(text);
  if (year !== null) return instantOf(year[1], year[2], year[3], year[4], year[5], year[6], year[7]);
  if (epoch.test(text)) return Number(text);
  const last = yearLast.exec(text);
  if (last === null || (order === null && last[2] !== '.')) return null;
  const dayFirst = order === 'dmy' || last[2] === '.';
  const [day, month] = dayFirst ? [last[1], last[3]] : [last[3], last[1]];
  return instantOf(last[4], month, day, hourOf(last[5], last[8]), last[6], last[7], 'Z');
}

function hourOf(hour: string | undefined, half: string | undefined): string | undefined {
  if (hour === undefined || half === undefined) return hour;
  return String((Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0));
}

type Part = string | undefined;

function instantOf(y: Part, m: Part, d: Part, h: Part, min: Part, s: Part, zone: Part): number | null {
  const [year, month, day] = [Number(y), Number(m), Number(d)];
  const [hour, minute, second] = [Number(h ?? 0), Number(min ?? 0), Number(s ?? 0)];
  const ms = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(ms);
  const exists = back.getUTCMonth() === month - 1 && back.getUTCDate() === day && back.getUTCHours() === hour;
  return exists && minute < 60 && second < 60 ? ms - offsetMs(zone) : null;
}

function offsetMs(zone: Part): number {
  if (zone === undefined || zone.toUpperCase() === 'Z') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))) * 60_000;
}
