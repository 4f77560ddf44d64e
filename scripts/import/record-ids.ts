import type { Row } from './csv.ts';
import { UnusableFile } from './issue.ts';
import { headingOf, refuse, textOf, type Sheet } from './sheet.ts';

const recordId = /^\d{1,15}$/;

/** The numeric record id of a cell. Spreadsheets turn long ids into 1.23E+10 or 123.0: that is said. */
export function recordIdOf(sheet: Sheet, row: Row, property: string): string {
  const text = textOf(sheet, row, property);
  if (text === '') refuse(sheet, property, text, 'is empty. Every row needs the numeric id of its record.');
  return checkedId(sheet, property, text);
}

export function checkedId(sheet: Sheet, property: string, text: string): string {
  if (recordId.test(text)) return text;
  const rounded = /^\d+(\.\d+)?E\+?\d+$/i.test(text);
  return refuse(
    sheet,
    property,
    text,
    rounded
      ? 'is an id that a spreadsheet has rounded. Use the export as HubSpot wrote it.'
      : 'is no record id. HubSpot ids are whole numbers like 12345678901.',
  );
}

/** Several ids in one cell, as HubSpot writes them: `123;456`. */
export const idsOf = (sheet: Sheet, row: Row, property: string): readonly string[] =>
  textOf(sheet, row, property)
    .split(/[;,]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => checkedId(sheet, property, part));

/** Two rows of one record: the numbers would count it twice, so the file is refused with the lines. */
export function refuseDuplicates(
  sheet: Sheet,
  records: readonly { readonly id: string; readonly line: number }[],
): void {
  const lines = new Map<string, number[]>();
  for (const { id, line } of records) {
    const known = lines.get(id);
    if (known === undefined) lines.set(id, [line]);
    else known.push(line);
  }
  const twice = [...lines].filter(([, at]) => at.length > 1);
  if (twice.length === 0) return;
  const listed = twice.slice(0, 5).map(([id, at]) => `${id} on lines ${at.join(' and ')}`);
  const more = twice.length > 5 ? ` and ${twice.length - 5} more` : '';
  throw new UnusableFile(
    sheet.table.file,
    `the same ${headingOf(sheet, 'hs_object_id')} occurs more than once: ${listed.join('; ')}${more}. Keep one row of each.`,
  );
}
