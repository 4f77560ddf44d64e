import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTable } from './csv.ts';

const dir = mkdtempSync(join(tmpdir(), 'csv-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const tableOf = (content: string | Buffer) => {
  const file = join(dir, 'deals.csv');
  writeFileSync(file, content);
  return readTable(file);
};

test('a byte order mark, Windows line ends and quoted line breaks are read, and lines are counted', () => {
  const { headings, rows } = tableOf('\ufeffRecord ID,Deal Name\r\n1,"Big\r\n""deal"""\r\n\r\n2,Next\r\n');
  expect(headings).toEqual(['Record ID', 'Deal Name']);
  expect(rows).toEqual([
    { line: 2, cells: ['1', 'Big\n"deal"'] },
    { line: 5, cells: ['2', 'Next'] },
  ]);
});

test.each([',', ';', '\t'])('the delimiter "%s" is recognised by the headings', (mark) => {
  const { rows, delimiter } = tableOf(['"a,b;c"', 'B', 'C'].join(mark) + '\n' + ['1', '2', '3'].join(mark));
  expect(delimiter).toBe(mark);
  expect(rows).toEqual([{ line: 2, cells: ['1', '2', '3'] }]);
});

test('UTF-16 and the code page of Windows spreadsheets keep their letters', () => {
  expect(tableOf(Buffer.from('\ufeffName\nJosé', 'utf16le')).rows[0]?.cells).toEqual(['José']);
  expect(tableOf(Buffer.from('Name\nJosé', 'latin1')).rows[0]?.cells).toEqual(['José']);
});

test('a short row is filled up, a row with more cells than headings is reported', () => {
  const { rows, issues } = tableOf('A,B\n1\n1,2,\n1,2,3\n');
  expect(rows).toHaveLength(2);
  expect(issues).toEqual([expect.objectContaining({ line: 4, column: 'column 3', value: '3' })]);
});

test.each([
  ['', /deals\.csv: the file is empty/],
  [' \n \n', /the file is empty/],
  ['PK\u0003\u0004\0\0', /no CSV file/],
  ['A,B\n1,"open\n2,3\n', /line 2 is not valid CSV/],
])('what is no table is refused with a reason', (content, reason) => {
  expect(() => tableOf(content)).toThrow(reason);
});

test('a file that does not exist, or cannot be read, is named', () => {
  expect(() => readTable(join(dir, 'absent.csv'))).toThrow(/absent\.csv: there is no such file/);
  expect(() => readTable(dir)).toThrow(/cannot be read/);
});
