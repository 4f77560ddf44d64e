import { at, day, makeCompany, makeDeal, makeInvolvement } from '#test/make';
import { columnsOf } from '../columns.ts';
import type { CompanyRow, InvolvementRow } from '../rows.ts';
import { defaultSettings } from '../settings.ts';
import { activationKpis } from './activation.ts';
import { founded } from './foundations.ts';
import { answerOf } from './tally.ts';

const asOf = day('2026-06-30');
const settings = { ...defaultSettings, activationDays: 30 };
const question = { asOf, from: null, to: null, pipelines: [], settings };

const partner = (id: number, onboardedOn: number | null): CompanyRow =>
  makeCompany({ id: `${id}`, partnerType: 'si', onboardedOn });
const tag = (partnerId: number, taggedOn: number, row: Partial<InvolvementRow> = {}): InvolvementRow =>
  makeInvolvement({ partnerId: `${partnerId}`, taggedAt: taggedOn * 86_400_000, ...row });
const figures = (companies: CompanyRow[], involvements: InvolvementRow[]) => {
  const columns = columnsOf({ deals: [makeDeal({ createdAt: at('2024-01-01') })], involvements, companies });
  const kpis = answerOf(founded(activationKpis), columns, question);
  return (id: string) => kpis.find((kpi) => kpi.id === id)!;
};

describe('the activation rate', () => {
  const onboarded = [1, 2, 3, 4, 5].map((id) => partner(id, asOf - 100));
  const rateWith = (company: CompanyRow, involvements: InvolvementRow[]) => {
    const { value, n } = figures([...onboarded, company], involvements)('K37');
    return [value! * n, n];
  };
  it.each<[string, number | null, number | null, readonly [number, number]]>([
    ['on the last day that is set', asOf - 100, asOf - 70, [1, 6]],
    ['a day too late', asOf - 100, asOf - 69, [0, 6]],
    ['never', asOf - 100, null, [0, 6]],
    ['with its days just over', asOf - 30, asOf - 20, [1, 6]],
    ['with a day left', asOf - 29, asOf - 20, [0, 5]],
    ['without an onboarding day', null, asOf - 20, [0, 5]],
  ])('counts a partner activated %s', (_, onboardedOn, taggedOn, expected) => {
    expect(rateWith(partner(6, onboardedOn), taggedOn === null ? [] : [tag(6, taggedOn)])).toEqual(expected);
  });
  it('asks for a confirmed tag', () => {
    expect(rateWith(partner(6, asOf - 100), [tag(6, asOf - 90, { status: 'proposed' })])).toEqual([0, 6]);
  });
});

describe('days to the first deal', () => {
  it.each<[string, number, number | null]>([
    ['after some days', asOf - 100, 40],
    ['from the first day', asOf - 60, 0],
    ['before it was onboarded', asOf - 30, 0],
  ])('of a partner that brought one %s', (_, onboardedOn, days) => {
    expect(
      figures([partner(1, onboardedOn)], [tag(1, asOf - 60, { status: 'proposed' })])('K38'),
    ).toMatchObject({
      value: days,
      n: 1,
    });
  });
  it('know partners onboarded by the as-of day, also on it', () => {
    const early = partner(1, asOf - 10);
    expect(figures([early, partner(2, asOf)], [])('K38')).toMatchObject({ n: 2, reason: 'not_reached' });
    expect(figures([early, partner(2, asOf + 1)], [])('K38')).toMatchObject({ n: 1, reason: 'not_reached' });
  });
});

it('is recorded where one partner has an onboarding day that has come', () => {
  const reasonOf = (...onboarded: (number | null)[]) =>
    figures(
      onboarded.map((on, id) => partner(id, on)),
      [],
    )('K38').reason;
  expect(reasonOf(null, asOf - 1)).toBe('not_reached');
  expect(reasonOf(null, asOf)).toBe('not_reached');
  expect(reasonOf(null, asOf + 1)).toBe('not_recorded');
  expect(reasonOf(null)).toBe('not_recorded');
});

it.each<[number, number, number]>([
  // Active within 365 days, dormant from 180 on.
  [179, 1, 0],
  [180, 1, 1],
  [364, 1, 1],
  [365, 0, 1],
])('a partner whose last tag is %i days old: active %i, dormant %i', (age, active, dormant) => {
  const of = figures([], [tag(1, asOf - age), tag(2, asOf - 10, { status: 'proposed' })]);
  expect([of('K39').value, of('K39.dormant').value]).toEqual([active, dormant]);
});
