import { wrongFlagOf } from '../import/flags.ts';
import { startOptions } from './options.ts';

const refusal = (...args: string[]): string | null => {
  try {
    startOptions(args);
    return null;
  } catch (error) {
    return wrongFlagOf(error);
  }
};

test('without flags it is the demo, in memory, on the usual port', () => {
  expect(startOptions([])).toEqual({
    port: null,
    dataFile: null,
    source: { kind: 'demo', seed: 7 },
    open: true,
  });
});

test('files, an empty portal, a data file and a port can be asked for', () => {
  expect(startOptions(['--deals', 'D.csv', '--involvements', 'I.csv', '--date-order', 'dmy']).source).toEqual(
    {
      kind: 'files',
      files: { deals: 'D.csv', companies: null, involvements: 'I.csv', currency: null, dateOrder: 'dmy' },
    },
  );
  expect(startOptions(['--empty', '--data', 'p.db', '--port', '0', '--no-open'])).toEqual({
    port: 0,
    dataFile: 'p.db',
    source: { kind: 'empty' },
    open: false,
  });
});

test('an unknown flag, a bad value or a contradiction is named', () => {
  expect(refusal('--prot', '1')).toMatch(/--prot/);
  expect(refusal('--port', 'x')).toMatch(/--port x/);
  expect(refusal('--port', '70000')).toMatch(/--port 70000/);
  expect(refusal('--seed', '-1')).toMatch(/--seed/);
  expect(refusal('--empty', '--deals', 'D.csv')).toMatch(/--empty and --deals/);
  expect(refusal('deals.csv')).toMatch(/deals\.csv/);
  expect(refusal('--companies', 'C.csv')).toMatch(/--companies needs --deals/);
});
