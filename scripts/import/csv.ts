import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { UnusableFile, type Issue } from './issue.ts';

export interface Table {
  readonly file: string;
  readonly headings: readonly string[];
  readonly rows: readonly Row[];
  readonly delimiter: string;
  readonly issues: readonly Issue[];
}

export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Reads a CSV export: UTF-8 or UTF-16 with or without a byte order mark, any line end, `,` `;` or tab. */
export function readTable(file: string): Table {
  const text = decode(bytesOf(file)).replaceAll(/\r\n?/g, '\n');
  if (text.trim() === '')
    throw new UnusableFile(file, 'the file is empty. Export it again with its headings.');
  if (text.includes('\0'))
    throw new UnusableFile(file, 'this is no CSV file. Export it as CSV, not as Excel.');
  const delimiter = delimiterOf(text);
  const [head, ...rows] = rowsOf(file, text, delimiter);
  const headings = (head?.cells ?? []).map((heading) => heading.trim());
  return { file, headings, delimiter, ...soundRows(file, headings, rows) };
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UnusableFile(
      file,
      missing ? 'there is no such file.' : 'the file cannot be read. Check its permissions.',
    );
  }
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Spreadsheets on Windows still save CSV in the legacy code page.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The delimiter is whichever occurs most in the headings, outside quotes. */
function delimiterOf(text: string): string {
  const counts = new Map([',', ';', '\t'].map((mark) => [mark, 0]));
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (!quoted && character === '\n') break;
    if (!quoted && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function rowsOf(file: string, text: string, delimiter: string): Row[] {
  const rows: Row[] = [];
  let line = 1;
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      on_record: (cells: string[], { lines }) => {
        if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
        line = lines + 1;
        return null;
      },
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UnusableFile(file, `the row that begins on line ${line} is not valid CSV (${why}).`);
  }
  return rows;
}

function soundRows(
  file: string,
  headings: readonly string[],
  all: readonly Row[],
): { rows: readonly Row[]; issues: readonly Issue[] } {
  const tooLong = ({ cells }: Row): boolean =>
    cells.slice(headings.length).some((cell) => cell.trim() !== '');
  const issues = all.filter(tooLong).map(({ line, cells }) => ({
    file,
    line,
    column: `column ${headings.length + 1}`,
    value: cells[headings.length] ?? '',
    remedy: 'has no heading: the row has more cells than the headings. Quote cells that hold the delimiter.',
  }));
  return { rows: issues.length > 0 ? all.filter((row) => !tooLong(row)) : all, issues };
}
