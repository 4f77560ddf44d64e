import { wilson } from './wilson.ts';

it('a rate of all ends at exactly 1, a rate of none starts at exactly 0', () => {
  for (let trials = 1; trials <= 60; trials++) {
    expect(wilson(trials, trials)![1]).toBe(1);
    expect(wilson(0, trials)![0]).toBe(0);
  }
});
