import { syntheticPortfolio } from './synthetic-portfolio.ts';

const deals = 5000;
const portfolio = syntheticPortfolio(deals);
const all = [...portfolio.syntheticDeals(0, deals)];
const tags = [...portfolio.syntheticInvolvements(0, deals)];
const ascends = (ids: readonly number[]): boolean => ids.every((id, at) => at === 0 || ids[at - 1]! < id);
const shareOf = (rows: readonly unknown[]): number => rows.length / deals;

it('gives the same rows however they are asked for', () => {
  const half = deals / 2;
  const again = syntheticPortfolio(deals);
  expect([...again.syntheticDeals(0, half), ...again.syntheticDeals(half, deals)]).toEqual(all);
  expect([...again.syntheticInvolvements(0, half), ...again.syntheticInvolvements(half, deals)]).toEqual(
    tags,
  );
});

it('gives rows in the order of ids, and tags of deals that exist', () => {
  expect(ascends(all.map(({ id }) => id))).toBe(true);
  expect(ascends(tags.map(({ id }) => Number(id)))).toBe(true);
  expect(ascends([...portfolio.syntheticCompanies()].map(({ id }) => Number(id)))).toBe(true);
  const tagged = new Set(tags.map(({ dealId }) => dealId));
  const answered = all.filter(({ answer }) => answer === 'tagged');
  expect(tagged).toEqual(new Set(answered.map(({ id }) => id)));
});

it('has the mix of a real portfolio', () => {
  const won = all.filter(({ outcome }) => outcome === 'won').length;
  const closed = all.filter(({ outcome }) => outcome !== 'open').length;
  expect(shareOf(all.filter(({ outcome }) => outcome === 'open'))).toBeCloseTo(0.4, 1);
  expect(won / closed).toBeCloseTo(0.25, 1);
  expect(shareOf(all.filter(({ answer }) => answer === 'tagged'))).toBeCloseTo(0.3, 1);
  expect(new Set(all.map(({ pipeline }) => pipeline)).size).toBe(2);
  expect(new Set(all.map(({ stage }) => stage)).size).toBe(12);
});
