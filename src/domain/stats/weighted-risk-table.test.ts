import * as fc from 'fast-check';
import { kaplanMeier } from './kaplan-meier.ts';
import { countFollowUp, newTally, riskTable, type DayTally } from './risk-table.ts';
import { restrictedMean } from './rmst.ts';
import { weightedRiskTable } from './weighted-risk-table.ts';

type Rows = readonly (readonly [days: number, outcome: number])[];
const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.constantFrom(0, 1, 2)), {
  minLength: 1,
  maxLength: 40,
});
const weight = fc.double({ min: 0.01, max: 50, noNaN: true });

function tallyOf(of: Rows): DayTally {
  const tally = newTally();
  for (const [days, outcome] of of) countFollowUp(tally, days, outcome);
  return tally;
}
const plain = (of: Rows) =>
  riskTable(
    of.map(([days]) => days),
    of.map(([, outcome]) => outcome),
  );

it('two follow-ups with the weights 1 and 3 are worth 1.6', () => {
  const table = weightedRiskTable([
    { tally: tallyOf([[5, 1]]), weight: 1 },
    { tally: tallyOf([[9, 2]]), weight: 3 },
  ]);
  expect([...table.day]).toEqual([5, 9]);
  expect(table.atRisk[0]).toBeCloseTo(1.6, 12);
  expect(kaplanMeier(table).survival[0]).toBeCloseTo(0.75, 12);
});

it('with all weights 1 it is the plain risk table', () => {
  fc.assert(
    fc.property(rows, rows, (first, second) => {
      const together = weightedRiskTable([first, second].map((of) => ({ tally: tallyOf(of), weight: 1 })));
      const { day, atRisk, won, lost } = plain([...first, ...second]);
      expect(together.day).toEqual(day);
      expect([...together.atRisk].map(Math.round)).toEqual([...atRisk]);
      expect([...together.won].map(Math.round)).toEqual([...won]);
      expect([...together.lost].map(Math.round)).toEqual([...lost]);
    }),
  );
});

it('one weight for all changes nothing, not even the variance', () => {
  fc.assert(
    fc.property(rows, weight, (of, each) => {
      const table = weightedRiskTable([{ tally: tallyOf(of), weight: each }]);
      const horizon = Math.max(...of.map(([days]) => days));
      const [weighted, unweighted] = [restrictedMean(table, horizon)!, restrictedMean(plain(of), horizon)!];
      expect(weighted.days).toBeCloseTo(unweighted.days, 6);
      expect(weighted.variance).toBeCloseTo(unweighted.variance, 4);
    }),
  );
});

it('the order of the tallies changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(rows, weight), { minLength: 1, maxLength: 6 }), (strata) => {
      const tallies = strata.map(([of, each]) => ({ tally: tallyOf(of), weight: each }));
      const survival = kaplanMeier(weightedRiskTable(tallies)).survival;
      const reversed = kaplanMeier(weightedRiskTable(tallies.toReversed())).survival;
      reversed.forEach((share, i) => expect(share).toBeCloseTo(survival[i]!, 9));
    }),
  );
});
