import { dateOrderOf, toInstant, type DateOrder } from './dates.ts';
import { keyOf } from './headings.ts';
import { UnreadableCell, UnusableFile, type Issue } from './issue.ts';
import { decimalMarkOf, toNumber, type DecimalMark } from './numbers.ts';
import type { Row, Table } from './csv.ts';

/** A table whose columns are known by property. */
export interface Sheet {
  readonly table: Table;
  readonly indexOf: ReadonlyMap<string, number>;
  /** Headings that nothing here reads. */
  readonly unused: readonly string[];
  readonly dateOrder: DateOrder | null;
  readonly marks: Map<string, DecimalMark>;
  readonly orders: Map<string, DateOrder | null>;
}

export interface SheetOptions {
  /** What to call the records in a message: "deal". */
  readonly kind: string;
  readonly properties: readonly string[];
  readonly aliases: Readonly<Record<string, string>>;
  readonly required: readonly (readonly string[])[];
  /** Day or month first, where the user has said so. */
  readonly dateOrder?: DateOrder | null;
  /** Headings that are built from a stage. */
  readonly special?: (heading: string) => string | null;
}

export function sheetOf(table: Table, options: SheetOptions): Sheet {
  const indexOf = new Map<string, number>();
  const unused: string[] = [];
  table.headings.forEach((heading, index) => {
    const property = propertyOf(heading, options);
    if (property === null) unused.push(heading);
    else if (!indexOf.has(property)) indexOf.set(property, index);
  });
  if (indexOf.size === 0) throw new UnusableFile(table.file, wrongFile(table, options));
  for (const either of options.required) {
    if (either.some((property) => indexOf.has(property))) continue;
    throw new UnusableFile(table.file, missingColumn(either, options));
  }
  if (table.rows.length === 0 && table.issues.length === 0) {
    throw new UnusableFile(table.file, `it has headings but no ${options.kind}. Export it again with rows.`);
  }
  return {
    table,
    indexOf,
    unused,
    dateOrder: options.dateOrder ?? null,
    marks: new Map(),
    orders: new Map(),
  };
}

function propertyOf(heading: string, { properties, aliases, special }: SheetOptions): string | null {
  const key = keyOf(heading);
  const property = aliases[key] ?? key;
  return properties.includes(property) ? property : (special?.(heading) ?? null);
}

const wrongFile = ({ headings }: Table, { kind, required }: SheetOptions): string =>
  `no column of a ${kind} export is among its headings (${headings.slice(0, 6).join(', ')}). ` +
  `It needs at least ${required.map(([first]) => `"${first}"`).join(', ')}.`;

function missingColumn(either: readonly string[], { kind, aliases }: SheetOptions): string {
  const labels = Object.entries(aliases).filter(([, property]) => property === either[0]);
  const label = labels[0]?.[0].replaceAll('_', ' ');
  const names = [...either.map((name) => `"${name}"`), ...(label ? [`"${label}"`] : [])].join(' or ');
  return `the column ${names} is missing. Add it to the ${kind} export.`;
}

/** Text of a cell, trimmed; '' where the column is absent. */
export const textOf = ({ indexOf }: Sheet, row: Row, property: string): string =>
  row.cells[indexOf.get(property) ?? -1]?.trim() ?? '';

export function numberOf(sheet: Sheet, row: Row, property: string): number | null {
  const text = textOf(sheet, row, property);
  if (text === '') return null;
  const number = toNumber(text, markOf(sheet, property));
  if (number === null) refuse(sheet, property, text, 'is no number. Write it like 1234.50.');
  return number;
}

export function instantOf(sheet: Sheet, row: Row, property: string): number | null {
  const text = textOf(sheet, row, property);
  if (text === '') return null;
  const instant = toInstant(text, orderOf(sheet, property));
  if (instant === null)
    refuse(sheet, property, text, 'is no date. Write it like 2026-03-05 or 2026-03-05 14:33.');
  return instant;
}

/** Reports the cell and gives up its row. */
export function refuse(sheet: Sheet, property: string, value: string, remedy: string): never {
  throw new UnreadableCell(headingOf(sheet, property), value, remedy);
}

export const headingOf = ({ table, indexOf }: Sheet, property: string): string =>
  table.headings[indexOf.get(property) ?? -1] ?? property;

const columnOf = function* (sheet: Sheet, property: string): Generator<string> {
  for (const row of sheet.table.rows) yield textOf(sheet, row, property);
};

function markOf(sheet: Sheet, property: string): DecimalMark {
  const known = sheet.marks.get(property);
  if (known !== undefined) return known;
  // A file with semicolons was saved by a spreadsheet of a country that writes decimals with a comma.
  const mark = decimalMarkOf(columnOf(sheet, property), sheet.table.delimiter === ';' ? ',' : '.');
  sheet.marks.set(property, mark);
  return mark;
}

function orderOf(sheet: Sheet, property: string): DateOrder | null {
  const known = sheet.orders.get(property);
  if (known !== undefined) return known;
  const seen = dateOrderOf(columnOf(sheet, property));
  if ((seen === 'ambiguous' || seen === 'mixed') && sheet.dateOrder === null) {
    throw new UnusableFile(sheet.table.file, undecidedDates(headingOf(sheet, property), seen));
  }
  const order = seen === 'ambiguous' || seen === 'mixed' ? sheet.dateOrder : (sheet.dateOrder ?? seen);
  sheet.orders.set(property, order);
  return order;
}

const undecidedDates = (heading: string, seen: 'ambiguous' | 'mixed'): string =>
  seen === 'ambiguous'
    ? `the dates in "${heading}" can be read day first or month first. Say which with --date-order dmy or --date-order mdy.`
    : `some dates in "${heading}" have the day first, others the month. Export them as 2026-03-05, or say which with --date-order.`;

/** Reads every row; a row with an unreadable cell is left out and reported. */
export function readRows<Value>(
  sheet: Sheet,
  read: (row: Row) => Value,
): { values: Value[]; issues: Issue[] } {
  const { file, rows } = sheet.table;
  const values: Value[] = [];
  const issues: Issue[] = [...sheet.table.issues];
  for (const row of rows) {
    try {
      values.push(read(row));
    } catch (error) {
      if (!(error instanceof UnreadableCell)) throw error;
      issues.push({ file, line: row.line, column: error.column, value: error.value, remedy: error.message });
    }
  }
  return { values, issues };
}
