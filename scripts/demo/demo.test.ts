import { isoDayOf } from '#domain/day';
import { lifeCycleStages, tiers } from '#domain/vocabulary';
import { demoDataset } from './demo.ts';
import { climber } from './partners.ts';
import { newBusiness, renewals } from './pipelines.ts';

const today = Date.parse('2026-11-23T09:00:00Z');
const demo = demoDataset({ seed: 7, today });
const closed = demo.deals.filter(({ stage }) => stage === newBusiness.won || stage === newBusiness.lost);
const tagged = new Set(demo.involvements.map(({ dealId }) => dealId));
const winRateOf = (deals: typeof closed): number =>
  deals.filter(({ stage }) => stage === newBusiness.won).length / deals.length;
const instantOf = (text: string | null | undefined): number => Date.parse(text ?? '');

test('the same seed gives the same world, another seed another one', () => {
  expect(demoDataset({ seed: 7, today })).toEqual(demo);
  expect(demoDataset({ seed: 8, today }).deals[0]).not.toEqual(demo.deals[0]);
});

test('it is a company of believable size and success', () => {
  expect(demo.deals).toHaveLength(2_000);
  expect(demo.companies).toHaveLength(174);
  expect(new Set(demo.companies.map(({ properties }) => properties['name'])).size).toBe(174);
  expect(new Set(demo.deals.map(({ properties }) => properties['deal_currency_code']))).toEqual(
    new Set(['EUR', 'USD', 'GBP']),
  );
  expect(winRateOf(closed)).toBeGreaterThan(0.2);
  expect(winRateOf(closed)).toBeLessThan(0.35);
});

test('partners come late, so the plain win rate of partner deals is far higher although they change next to nothing', () => {
  const partner = winRateOf(closed.filter(({ id }) => tagged.has(id)));
  const others = winRateOf(closed.filter(({ id }) => !tagged.has(id)));
  expect(partner / others).toBeGreaterThan(1.8);
});

test('nothing happens before a deal begins or after today', () => {
  for (const { properties, stageEntered, stage } of demo.deals) {
    const created = instantOf(properties['createdate']);
    expect(created).toBeLessThanOrEqual(today);
    expect(created).toBeGreaterThan(today - 3.01 * 365 * 86_400_000);
    for (const at of stageEntered.values()) expect(at >= created && at <= today).toBe(true);
    if (/won|lost|enewed/.test(stage)) expect(instantOf(properties['closedate'])).toBeLessThanOrEqual(today);
  }
});

test('tags keep the rules: one origin per deal, no partner twice, exits after entries, no tag from the future', () => {
  const origins = demo.involvements.filter(({ origin }) => origin).map(({ dealId }) => dealId);
  expect(new Set(origins).size).toBe(origins.length);
  const keys = demo.involvements.map(({ dealId, partnerId }) => `${dealId}:${partnerId}`);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { enteredOn, exitedOn, taggedAt, statusChangedAt } of demo.involvements) {
    expect(taggedAt).toBeLessThanOrEqual(today);
    expect(statusChangedAt ?? 0).toBeLessThanOrEqual(today);
    if (enteredOn !== null && exitedOn !== null) expect(exitedOn).toBeGreaterThanOrEqual(enteredOn);
  }
});

test('it has what a program has: late tags, disputes, several partners, every tier, open questions', () => {
  const closeOf = new Map(
    demo.deals.map(({ id, stage, properties }) => [
      id,
      /won|lost|enewed/.test(stage) ? instantOf(properties['closedate']) : Infinity,
    ]),
  );
  expect(
    demo.involvements.filter(({ dealId, taggedAt }) => taggedAt > (closeOf.get(dealId) ?? 0)).length,
  ).toBeGreaterThan(10);
  for (const tier of tiers) expect(demo.involvements.some((one) => one.tier === tier)).toBe(true);
  for (const status of ['proposed', 'confirmed', 'disputed', 'rejected']) {
    expect(demo.involvements.some((one) => one.status === status)).toBe(true);
  }
  expect(demo.involvements.length).toBeGreaterThan(tagged.size);
  const untagged = demo.deals.filter(({ id }) => !tagged.has(id));
  for (const answer of ['none', 'unanswered'])
    expect(untagged.some((deal) => deal.answer === answer)).toBe(true);
  expect(demo.deals.some(({ pipeline }) => pipeline === renewals.label)).toBe(true);
  expect(
    demo.deals.some(
      ({ stage, stageEntered }) => stage === newBusiness.won && stageEntered.has(newBusiness.lost),
    ),
  ).toBe(true);
});

test('partners are at work in every stage of the life cycle, after the sale on won deals only', () => {
  for (const stage of lifeCycleStages)
    expect(demo.involvements.some(({ stages }) => stages.includes(stage))).toBe(true);
  const won = new Set(
    demo.deals.filter(({ stage }) => [newBusiness.won, renewals.won].includes(stage)).map(({ id }) => id),
  );
  const onboarding = demo.involvements.filter(({ stages }) => stages.includes('onboard'));
  expect(onboarding.every(({ dealId }) => won.has(dealId))).toBe(true);
});

test('one partner climbs the ladder from year to year', () => {
  const steps = demo.involvements
    .filter(({ partnerName, origin }) => partnerName === climber && !origin)
    .sort((one, other) => (one.enteredOn ?? 0) - (other.enteredOn ?? 0));
  expect(steps[0]?.tier).toBe('assist');
  expect(steps.at(-1)?.tier).toBe('joint_solution');
  expect(isoDayOf(steps[0]?.enteredOn ?? 0) < isoDayOf(steps.at(-1)?.enteredOn ?? 0)).toBe(true);
});
