import { toDay } from '#domain/day';
import { WrongFlag } from '../import/flags.ts';
import { keyOf } from '../import/headings.ts';

/** Where the report starts to follow deals, as the command line names it. */
export type NamedLandmark =
  | { readonly kind: 'stage'; readonly name: string }
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'none' };

export function dayOf(flag: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const day = toDay(text);
  if (day === null) throw new WrongFlag(`${flag} ${text}: write a day like 2026-09-30.`);
  return day;
}

/** One of a short list, by its value or its label, whatever the case and the punctuation. */
export function oneOf<Value extends string>(
  flag: string,
  text: string,
  values: readonly Value[],
  labels: Partial<Readonly<Record<Value, string>>> = {},
): Value {
  const found = values.find((value) => same(value, text) || same(labels[value] ?? value, text));
  if (found === undefined) throw new WrongFlag(`${flag} ${text}: use ${either(values)}.`);
  return found;
}

/** Several of a short list, separated by commas; "none" is none of them. */
export function listOf<Value extends string>(
  flag: string,
  text: string,
  values: readonly Value[],
): readonly Value[] {
  if (text.trim() === 'none') return [];
  const parts = text.split(',').map((part) => part.trim());
  const unknown = parts.find((part) => !values.some((value) => same(value, part)));
  if (unknown !== undefined) {
    throw new WrongFlag(`${flag} ${text}: "${unknown}" is not one of ${values.join(', ')}; or write none.`);
  }
  return [...new Set(parts.map((part) => oneOf(flag, part, values)))];
}

const mostDays = 3650;

/** `stage:<id or label>`, `day:<days after creation>`, `none`; a name alone is a stage. */
export function toLandmark(text: string): NamedLandmark {
  if (text === 'none') return { kind: 'none' };
  const [, kind, rest = ''] = /^(stage|day):(.*)$/i.exec(text) ?? [undefined, 'stage', text];
  if (kind?.toLowerCase() !== 'day' && rest.trim() !== '') return { kind: 'stage', name: rest.trim() };
  const day = /^\d+$/.test(rest.trim()) ? Number(rest) : NaN;
  if (kind?.toLowerCase() === 'day' && day <= mostDays) return { kind: 'day', day };
  throw new WrongFlag(
    `--landmark ${text}: write stage:<id or label of a deal stage>, day:<days after creation, 0 to ${mostDays}>, or none.`,
  );
}

export const same = (one: string, other: string): boolean => keyOf(one) === keyOf(other);

const either = (values: readonly string[]): string =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1) ?? ''}`;
