import * as fc from 'fast-check';
import { wonBy } from './aalen-johansen.ts';
import { kaplanMeier, medianTime } from './kaplan-meier.ts';
import { median } from './quantile.ts';
import { riskTable, type RiskTable } from './risk-table.ts';
import { restrictedMean, restrictedMeanDifference } from './rmst.ts';

const followUps = (outcome: fc.Arbitrary<number>) =>
  fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), outcome), { minLength: 1, maxLength: 60 });
const mixed = followUps(fc.constantFrom(0, 1, 2));
const allClosed = followUps(fc.constantFrom(1, 2));

const tableOf = (rows: readonly (readonly [number, number])[]): RiskTable =>
  riskTable(
    rows.map(([days]) => days),
    rows.map(([, outcome]) => outcome),
  );
const otherWay = (rows: readonly (readonly [number, number])[]) =>
  rows.map(([days, outcome]): [number, number] => [days, [0, 2, 1][outcome]!]);

it('survival never rises, and its band holds it', () => {
  fc.assert(
    fc.property(mixed, (rows) => {
      const { survival, lower, upper } = kaplanMeier(tableOf(rows));
      survival.forEach((share, i) => {
        expect(share).toBeLessThanOrEqual(survival[i - 1] ?? 1);
        if (share > 0) expect(lower[i]! <= share && share <= upper[i]!).toBe(true);
      });
    }),
  );
});

it('the order of the follow-ups changes nothing', () => {
  fc.assert(
    fc.property(mixed, (rows) => {
      expect(tableOf(rows.toReversed())).toEqual(tableOf(rows));
    }),
  );
});

it('with no open deals the median time is the ordinary median, and the restricted mean the mean', () => {
  fc.assert(
    fc.property(allClosed, (rows) => {
      const table = tableOf(rows);
      const days = rows.map(([day]) => day);
      expect(medianTime(kaplanMeier(table))!.days).toBe(median(Float64Array.from(days)));
      const mean = days.reduce((sum, day) => sum + day, 0) / days.length;
      expect(restrictedMean(table, 60)!.days).toBeCloseTo(mean, 9);
    }),
  );
});

it('with no open deals the share won by a day is a plain count', () => {
  fc.assert(
    fc.property(allClosed, fc.integer({ min: 0, max: 60 }), (rows, byDay) => {
      const won = rows.filter(([day, outcome]) => day <= byDay && outcome === 1).length;
      expect(wonBy(tableOf(rows), byDay)!.share).toBeCloseTo(won / rows.length, 9);
    }),
  );
});

it('won, lost and still open add up to one on every day that was followed', () => {
  fc.assert(
    fc.property(mixed, (rows) => {
      const [table, otherTable] = [tableOf(rows), tableOf(otherWay(rows))];
      const { day, survival } = kaplanMeier(table);
      day.forEach((byDay, i) => {
        const won = wonBy(table, byDay)!;
        const lost = wonBy(otherTable, byDay)!;
        expect(won.share + lost.share + survival[i]!).toBeCloseTo(1, 9);
        if (won.interval) {
          const [lower, upper] = won.interval;
          expect(lower <= won.share + 1e-12 && won.share <= upper + 1e-12).toBe(true);
        }
      });
    }),
  );
});

it('a restricted mean lies between 0 and its horizon, and a difference mirrors when the arms change places', () => {
  fc.assert(
    fc.property(mixed, mixed, (rows, others) => {
      const first = tableOf(rows);
      const second = tableOf(others);
      const difference = restrictedMeanDifference(first, second, 365);
      const swapped = restrictedMeanDifference(second, first, 365);
      if (difference === null) return expect(swapped).toBeNull();
      expect(swapped!.days).toBeCloseTo(-difference.days, 9);
      const mean = restrictedMean(first, difference.horizon)!.days;
      expect(mean >= 0 && mean <= difference.horizon + 1e-9).toBe(true);
    }),
  );
});
