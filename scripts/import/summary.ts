import type { ReadFiles } from './dataset.ts';
import { issueLine } from './issue.ts';
import type { Loaded } from './load.ts';

const number = new Intl.NumberFormat('en');
/** More lines than this help nobody; the rest is counted. */
const listed = 20;

/** What was loaded and what was not: how many of how many, every unreadable row, and what was decided on the way. */
export function summaryOf(read: ReadFiles, loaded: Loaded): string {
  const counts = read.counts.map(
    ({ file, kind, read: rows, of }) =>
      `${file}: ${number.format(rows)} of ${number.format(of)} ${kind} read.`,
  );
  const refused = loaded.refused.map(({ objectType, id, message }) => `${objectType} ${id}: ${message}`);
  return [
    ...counts,
    ...block('Rows that could not be read:', read.issues.map(issueLine)),
    ...block('Records that the portal did not take:', refused),
    ...block('Please note:', [...read.notes, ...loaded.notes]),
  ].join('\n');
}

function block(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const more = lines.length > listed ? [`  … and ${number.format(lines.length - listed)} more.`] : [];
  return [title, ...lines.slice(0, listed).map((line) => `  ${line}`), ...more];
}
