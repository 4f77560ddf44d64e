import { makeCompany, makeDeal } from '#test/make';
import { columnsOf } from '../columns.ts';
import { stratumFactors } from '../settings.ts';
import { factorNames, strataOf, type Factor } from './strata-of.ts';

const given = { stage: (id: string) => `Stage ${id}`, pipeline: (id: string) => `Pipeline ${id}` };
const columnsHere = () =>
  columnsOf({
    deals: [
      makeDeal({ id: 1, account: '900', pipeline: 'p1', dealType: 'newbusiness', stage: 's1' }),
      makeDeal({ id: 2, account: '901', pipeline: 'p2', dealType: 'existingbusiness', stage: 's2' }),
      makeDeal({ id: 3, account: null, pipeline: '', dealType: null, stage: '' }),
      makeDeal({ id: 4, account: '902', pipeline: 'p1', dealType: 'newbusiness', stage: 's1' }),
      makeDeal({ id: 5, account: '900', pipeline: 'p2', dealType: null, stage: 's2' }),
    ],
    involvements: [],
    companies: [
      makeCompany({ id: '900', region: 'Austria', employees: 20 }),
      makeCompany({ id: '901', region: 'Spain', employees: 5000 }),
      makeCompany({ id: '902' }),
    ],
  });
/** The name of the stratum of each deal. The stage on the day is the present one. */
function namesBy(...factors: Factor[]): string[] {
  const columns = columnsHere();
  const strata = strataOf(factors, given);
  const numbers = [0, 1, 2, 3, 4].map((row) => strata.numberOf(columns, row, columns.deals.stage[row]!));
  const again = [0, 1, 2, 3, 4].map((row) => strata.numberOf(columns, row, columns.deals.stage[row]!));
  expect(again).toEqual(numbers);
  expect(new Set(strata.names).size).toBe(strata.names.length);
  return numbers.map((number) => strata.names[number]!);
}

it.each<[Factor, string[]]>([
  ['region', ['Austria', 'Spain', 'region unknown', 'region unknown', 'Austria']],
  ['size', ['1-49', '1000+', 'size unknown', 'size unknown', '1-49']],
  ['pipeline', ['Pipeline p1', 'Pipeline p2', 'no pipeline', 'Pipeline p1', 'Pipeline p2']],
  ['dealtype', ['newbusiness', 'existingbusiness', 'type unknown', 'newbusiness', 'type unknown']],
  ['stage', ['Stage s1', 'Stage s2', 'stage unknown', 'Stage s1', 'Stage s2']],
])('names the strata by %s', (factor, names) => {
  expect(namesBy(factor)).toEqual(names);
});

it('tells strata apart by all of their factors', () => {
  expect(namesBy('region', 'pipeline')).toEqual([
    'Austria, Pipeline p1',
    'Spain, Pipeline p2',
    'region unknown, no pipeline',
    'region unknown, Pipeline p1',
    'Austria, Pipeline p2',
  ]);
});

it('is one stratum of all deals without a factor', () => {
  expect(namesBy()).toEqual(['all deals', 'all deals', 'all deals', 'all deals', 'all deals']);
});

it('numbers the strata as they come, from 0', () => {
  const columns = columnsHere();
  const strata = strataOf(['region'], given);
  expect([1, 0, 2, 1].map((row) => strata.numberOf(columns, row, -1))).toEqual([0, 1, 2, 0]);
});

it('does not know the segment of an account that companies were not read for', () => {
  const columns = columnsHere();
  columns.deals.account[0] = 99;
  const nameBy = (factor: Factor) => {
    const strata = strataOf([factor], given);
    return strata.names[strata.numberOf(columns, 0, -1)];
  };
  expect([nameBy('region'), nameBy('size')]).toEqual(['region unknown', 'size unknown']);
  // The same stratum as that of a company without a region.
  const strata = strataOf(['region'], given);
  expect([0, 3].map((row) => strata.numberOf(columns, row, -1))).toEqual([0, 0]);
});

it('calls every factor by a name of its own', () => {
  expect([...stratumFactors, 'stage' as const].map((factor) => factorNames[factor])).toEqual([
    'region',
    'company size',
    'pipeline',
    'type of deal',
    'stage on that day',
  ]);
});
