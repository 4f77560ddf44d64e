import { wonBy } from './aalen-johansen.ts';
import { kaplanMeier, medianTime } from './kaplan-meier.ts';
import { medianInterval } from './median-interval.ts';
import { median } from './quantile.ts';
import { riskTable } from './risk-table.ts';

it('a million rows take a fraction of a second, and no more than two on a busy machine', () => {
  const count = 1_000_000;
  const days = Float64Array.from({ length: count }, (_, i) => (i * 7919) % 700);
  const outcomes = Uint8Array.from({ length: count }, (_, i) => i % 3);
  const start = performance.now();
  const risks = riskTable(days, outcomes);
  expect(medianTime(kaplanMeier(risks))).not.toBeNull();
  expect(wonBy(risks, 180)).not.toBeNull();
  expect(median(days)).toBe(350);
  expect(medianInterval(days)).not.toBeNull();
  expect(performance.now() - start).toBeLessThan(2000);
});
