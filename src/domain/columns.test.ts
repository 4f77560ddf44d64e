import { at, day, makeCompany, makeDeal, makeInvolvement } from '#test/make';
import { columnsBuilder, columnsOf } from './columns.ts';
import { partnerAsAccount } from './columns/deal-columns.ts';
import { minuteOf, missing } from './columns/minute.ts';

it('orders deals by id, with the stages and tags that belong to each', () => {
  const { deals, involvements, dictionaries } = columnsOf({
    deals: [
      makeDeal({ id: 30, stageEnteredAt: { won: at('2026-03-01') } }),
      makeDeal({ id: 4 }),
      makeDeal({ id: 12, stageEnteredAt: { qualified: at('2026-01-03') }, timeInStage: { won: 120_000 } }),
    ],
    involvements: [
      makeInvolvement({ dealId: 30, partnerId: '9' }),
      makeInvolvement({ dealId: 12, partnerId: '8' }),
      makeInvolvement({ dealId: 30, partnerId: '10' }),
    ],
    companies: [],
  });
  expect([...deals.id]).toEqual([4, 12, 30]);
  expect([...deals.stageStart]).toEqual([0, 0, 2, 3]);
  expect([...deals.entryStage].map((code) => dictionaries.stages.texts[code])).toEqual([
    'qualified',
    'won',
    'won',
  ]);
  expect([...deals.entryMinute]).toEqual([minuteOf(at('2026-01-03')), missing, minuteOf(at('2026-03-01'))]);
  expect([...deals.entrySpent]).toEqual([missing, 2, missing]);
  expect([...involvements.start]).toEqual([0, 0, 1, 3]);
  expect([...involvements.partner].map((code) => dictionaries.partners.texts[code])).toEqual([
    '8',
    '10',
    '9',
  ]);
});

it('keeps the last row of a deal or tag that a changing list gives twice', () => {
  const { deals, involvements } = columnsOf({
    deals: [makeDeal({ id: 2, amountMinor: 1 }), makeDeal({ id: 1 }), makeDeal({ id: 2, amountMinor: 7 })],
    involvements: [makeInvolvement({ dealId: 2 }), makeInvolvement({ dealId: 2, tier: 'source' })],
    companies: [],
  });
  expect([...deals.id]).toEqual([1, 2]);
  expect(deals.amountMinor[1]).toBe(7);
  expect(involvements.count).toBe(1);
  expect([...involvements.tier]).toEqual([2]);
});

it('counts tags of deals that it does not have, and tags without a partner, as orphans', () => {
  const { involvements, orphans } = columnsOf({
    deals: [makeDeal()],
    involvements: [
      makeInvolvement(),
      makeInvolvement({ dealId: 99 }),
      makeInvolvement({ id: 'x', partnerId: ' ' }),
    ],
    companies: [],
  });
  expect([involvements.count, orphans]).toEqual([1, 2]);
});

it("never takes a partner's own company for the account", () => {
  const { deals } = columnsOf({
    deals: [makeDeal({ id: 1, account: '88' }), makeDeal({ id: 2, account: '900' })],
    involvements: [],
    companies: [makeCompany({ id: '88', partnerType: 'isv' }), makeCompany({ id: '900' })],
  });
  expect([...deals.account]).toEqual([-1, 1]);
  expect([...deals.flags]).toEqual([partnerAsAccount, 0]);
});

it('knows partners without a deal, and names from the company before names on tags', () => {
  const { companies, dictionaries } = columnsOf({
    deals: [makeDeal()],
    involvements: [makeInvolvement({ partnerId: '88' }), makeInvolvement({ partnerId: '89' })],
    companies: [
      makeCompany({ id: '88', name: 'Acme', partnerType: 'si' }),
      makeCompany({ id: '90', name: 'Quiet', partnerType: 'msp', onboardedOn: day('2026-01-01') }),
    ],
  });
  const names = dictionaries.partners.texts.map((id, code) => [id, companies.partnerNames[code]]);
  expect(Object.fromEntries(names)).toEqual({ 88: 'Acme', 89: 'Partner 89', 90: 'Quiet' });
});

it('takes records in any order of kinds', () => {
  const builder = columnsBuilder();
  builder.addInvolvement(makeInvolvement());
  builder.addDeal(makeDeal());
  builder.addCompany(makeCompany({ region: 'Austria', employees: 250 }));
  const { involvements, companies } = builder.finish();
  expect(involvements.count).toBe(1);
  expect(companies.regions.texts[companies.accountRegion[0]!]).toBe('Austria');
  expect(companies.accountSize[0]).toBe(2);
});

it('holds no amount for a foreign currency, and grows past its first size', () => {
  const deals = Array.from({ length: 1000 }, (_, i) => makeDeal({ id: i + 1, foreignAmount: i === 999 }));
  const columns = columnsOf({ deals, involvements: [], companies: [] });
  expect(columns.deals.count).toBe(1000);
  expect(columns.deals.amountMinor[998]).toBe(100_000);
  expect(columns.deals.amountMinor[999]).toBeNaN();
});
