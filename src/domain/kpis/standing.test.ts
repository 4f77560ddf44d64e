import { at, day, makeCompany, makeDeal, makeInvolvement, makeQuestion } from '#test/make';
import { columnsOf } from '../columns.ts';
import type { InvolvementRow } from '../rows.ts';
import { routesToMarket, type PartnerType, type RouteToMarket } from '../vocabulary.ts';
import type { Question } from './question.ts';
import { select } from './selection.ts';

const question = makeQuestion({
  asOf: day('2026-01-31'),
});
const companies = [
  makeCompany({ id: '88', partnerType: 'reseller' }),
  makeCompany({ id: '89', partnerType: 'isv' }),
];
/** Places of the tags, one per deal, that a question takes for those of a partner deal. */
const matched = (tags: readonly Partial<InvolvementRow>[], asked: Partial<Question>) => {
  const deals = tags.map((_, id) => makeDeal({ id }));
  const involvements = tags.map((row, dealId) => makeInvolvement({ dealId, ...row }));
  const columns = columnsOf({ deals, involvements, companies });
  return [...select(columns, { ...question, ...asked }, { partnerOnly: true }).rows];
};
const tags: readonly Partial<InvolvementRow>[] = [
  { partnerId: '88', tier: 'co_sell', roles: ['reference', 'other'], stages: ['engage'] },
  { partnerId: '88', tier: 'assist', roles: ['other'], stages: ['engage', 'expand'] },
  { partnerId: '89', tier: 'assist', roles: [], stages: [] },
  { partnerId: '90', tier: 'source', roles: ['originator'], stages: ['identify'] },
];

it.each<[string, Partial<Question>, number[]]>([
  ['nothing', {}, [0, 1, 2, 3]],
  ['a partner', { partnerId: '88' }, [0, 1]],
  ['a partner that nobody knows', { partnerId: '7' }, []],
  ['a tier', { tier: 'assist' }, [1, 2]],
  ['a role', { role: 'other' }, [0, 1]],
  ['the first role', { role: 'originator' }, [3]],
  ['a stage', { stage: 'expand' }, [1]],
  ['the first stage', { stage: 'identify' }, [3]],
  ['a route to market', { routeToMarket: 'co_sell' }, [2]],
  ['a partner at a tier', { partnerId: '88', tier: 'assist' }, [1]],
  ['a role at a stage', { role: 'other', stage: 'expand' }, [1]],
])('takes the tags of %s', (_, asked, places) => {
  expect(matched(tags, asked)).toEqual(places);
});

it.each<[PartnerType | null, RouteToMarket | null]>([
  ['referral', 'referral'],
  ['advisor', 'referral'],
  ['reseller', 'resell'],
  ['distributor', 'two_tier'],
  ['si', 'services_led'],
  ['msp', 'services_led'],
  ['isv', 'co_sell'],
  ['other', 'co_sell'],
  ['hyperscaler', 'marketplace'],
  ['oem', 'embedded_oem'],
  [null, null],
])('partners of the type %s come by the route %s', (partnerType, route) => {
  const columns = columnsOf({
    deals: [makeDeal()],
    involvements: [makeInvolvement()],
    companies: [makeCompany({ id: '88', partnerType })],
  });
  const routes = routesToMarket.filter(
    (routeToMarket) => select(columns, { ...question, routeToMarket }, { partnerOnly: true }).rows.length > 0,
  );
  expect(routes).toEqual(route === null ? [] : [route]);
});

it('knows tags up to the last minute of the as-of day', () => {
  const end = day('2026-02-01') * 86_400_000;
  const tagged = [at('2026-01-31'), end - 60_000, end, at('2026-02-01')];
  expect(
    matched(
      tagged.map((taggedAt) => ({ taggedAt })),
      {},
    ),
  ).toEqual([0, 1]);
});

it('a deal that says "none" stays out of that arm while another partner is on it', () => {
  const columns = columnsOf({
    deals: [makeDeal({ answer: 'none' }), makeDeal({ id: 2, answer: 'none' })],
    involvements: [makeInvolvement()],
    companies: [],
  });
  const armsFor = (asked: Partial<Question>) => [...select(columns, { ...question, ...asked }).arm];
  // Arms: 1 with a partner, 2 without, 4 neither.
  expect(armsFor({})).toEqual([1, 2]);
  expect(armsFor({ partnerId: '89' })).toEqual([4, 2]);
});
