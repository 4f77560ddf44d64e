import { compareFigures } from './compare-figures.ts';

it('finds a number that differs, also where one side has none, and lists what is not compared', () => {
  const ours = { a: 1, b: 2, c: null, d: null, e: 5, f: 1 / 3 };
  const theirs = { a: 1, b: 2.001, c: null, d: 0, f: 0.3333333333333 };
  expect(compareFigures(ours, theirs)).toEqual({
    same: 3,
    different: ['b: 2 by the engine, 2.001 by DuckDB', 'd: null by the engine, 0 by DuckDB'],
    notCompared: ['e'],
  });
});
