import { riskTable } from './risk-table.ts';

it('counts the last day also where the tally grew to end on it', () => {
  const { day, atRisk } = riskTable([245, 492, 0], [1, 0, 0]);
  expect([...day]).toEqual([0, 245, 492]);
  expect([...atRisk]).toEqual([3, 2, 1]);
});
