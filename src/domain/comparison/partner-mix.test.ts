import { countFollowUp, newTally, type DayTally } from '../stats/risk-table.ts';
import { inPartnerMix } from './partner-mix.ts';

function tallyOf(...rows: readonly (readonly [days: number, outcome: number])[]): DayTally {
  const tally = newTally();
  for (const [days, outcome] of rows) countFollowUp(tally, days, outcome);
  return tally;
}
const wonOn = (day: number, count: number) =>
  tallyOf(...Array.from({ length: count }, (): [number, number] => [day, 1]));

it('deals without a partner weigh as much in each stratum as the partner deals do', () => {
  const { partner, none } = inPartnerMix([
    { partner: wonOn(5, 2), none: wonOn(10, 8) },
    { partner: wonOn(5, 2), none: wonOn(20, 1) },
  ]);
  expect([...partner.won]).toEqual([4]);
  expect([...none.day]).toEqual([10, 20]);
  // The weights 1/4 and 2 make both strata half of the mix: (2 + 2)² over (8/16 + 4) follow-ups are at risk.
  expect(none.atRisk[0]).toBeCloseTo(16 / 4.5, 12);
  expect(none.won[0]! / none.atRisk[0]!).toBeCloseTo(0.5, 12);
});

it('a stratum that lacks an arm has no part in either', () => {
  const { partner, none } = inPartnerMix([
    { partner: wonOn(5, 2), none: wonOn(10, 2) },
    { partner: wonOn(6, 2), none: newTally() },
    { partner: newTally(), none: wonOn(11, 2) },
  ]);
  expect([[...partner.day], [...none.day]]).toEqual([[5], [10]]);
});
