import type { DatabaseSync } from 'node:sqlite';

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}_]+/u)
    .filter(Boolean);

/** Whether a token of the text matches; `*` stands for any ending or beginning of a token. */
export function containsToken(text: string, pattern: string): boolean {
  const wanted = pattern.toLowerCase();
  if (!wanted.includes('*')) {
    const tokens = wordsOf(text);
    const phrase = wordsOf(wanted);
    return phrase.length > 0 && phrase.every((word) => tokens.includes(word));
  }
  const expression = wanted
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^\\s]*');
  return new RegExp(`(^|[^\\p{L}\\p{N}_])${expression}($|[^\\p{L}\\p{N}_])`, 'u').test(text.toLowerCase());
}

/** Whether every word of a query begins some word of the text. */
export function matchesQuery(text: string, query: string): boolean {
  const tokens = wordsOf(text);
  return wordsOf(query).every((word) => tokens.some((token) => token.startsWith(word)));
}

/** Words that SQL can look for itself before it asks here: it knows the cases of ASCII only. */
export const plainWordsOf = (query: string): string[] =>
  wordsOf(query).filter((word) => /^[a-z0-9_]+$/.test(word));

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

export function addSearchFunctions(database: DatabaseSync): void {
  database.function('contains_token', { deterministic: true }, (text, pattern) =>
    Number(containsToken(asText(text), asText(pattern))),
  );
  database.function('matches_query', { deterministic: true }, (text, query) =>
    Number(matchesQuery(asText(text), asText(query))),
  );
}
