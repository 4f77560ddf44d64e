import { at, day, makeCompany, makeDeal, makeInvolvement, makeQuestion } from '#test/make';
import { columnsOf } from '../columns.ts';
import type { InvolvementRow } from '../rows.ts';
import { defaultSettings } from '../settings.ts';
import type { Arm } from './kpi.ts';
import { portfolioKpis } from './portfolio.ts';
import type { Question } from './question.ts';

const question = makeQuestion();

const columns = columnsOf({
  deals: [
    makeDeal({ id: 1, owner: '7', account: '900', pipeline: 'sales' }),
    makeDeal({ id: 2, owner: '8', account: '901', pipeline: 'renewals', answer: 'none' }),
    makeDeal({ id: 3, owner: null, account: null, pipeline: 'sales', createdAt: at('2026-02-10') }),
  ],
  involvements: [
    makeInvolvement({ tier: 'co_sell', roles: ['reference'], stages: ['engage'] }),
    makeInvolvement({ dealId: 3, partnerId: '89', tier: 'assist', origin: true }),
  ],
  companies: [
    makeCompany({ id: '900', region: 'Austria', industry: 'Retail', employees: 20 }),
    makeCompany({ id: '901', region: 'Spain', industry: 'Energy', employees: 5000 }),
    makeCompany({ id: '88', partnerType: 'reseller' }),
    makeCompany({ id: '89', partnerType: 'isv' }),
  ],
});
const dealsOf = (asked: Partial<Question>, arm: Arm = 'all') =>
  portfolioKpis(columns, { ...question, ...asked }).find((kpi) => kpi.id === 'deals' && kpi.arm === arm)
    ?.value;

it.each<[string, Partial<Question>, number]>([
  ['pipeline', { pipelines: ['sales'] }, 2],
  ['pipelines of the settings', { settings: { ...defaultSettings, pipelines: ['renewals'] } }, 1],
  ['an unknown pipeline', { pipelines: ['none such'] }, 0],
  ['owner', { owners: ['7'] }, 1],
  ['region', { regions: ['Spain'] }, 1],
  ['industry', { industries: ['Retail', 'Energy'] }, 2],
  ['size', { sizeBands: ['1000+'] }, 1],
  ['empty lists', { owners: [], regions: [] }, 3],
  ['first day', { from: day('2026-02-10') }, 1],
  ['last day', { to: day('2026-02-09') }, 2],
])('filters deals by %s', (_, asked, deals) => {
  expect(dealsOf(asked)).toBe(deals);
});

it.each<[string, Partial<Question>, number]>([
  ['nothing', {}, 2],
  ['partner', { partnerId: '89' }, 1],
  ['an unknown partner', { partnerId: '1' }, 0],
  ['tier', { tier: 'co_sell' }, 1],
  ['role', { role: 'reference' }, 1],
  ['stage', { stage: 'engage' }, 1],
  ['route to market', { routeToMarket: 'resell' }, 1],
])('narrows the partner arm by %s and leaves the others alone', (_, asked, deals) => {
  expect(dealsOf(asked, 'partner')).toBe(deals);
  expect([dealsOf(asked), dealsOf(asked, 'none'), dealsOf(asked, 'unanswered')]).toEqual([3, 1, 0]);
});

describe('the arm of a deal', () => {
  const armsOf = (answer: 'unanswered' | 'none' | 'tagged', tags: Partial<InvolvementRow>[]) => {
    const world = columnsOf({
      deals: [makeDeal({ answer })],
      involvements: tags.map(makeInvolvement),
      companies: [],
    });
    const kpis = portfolioKpis(world, question).filter((kpi) => kpi.id === 'deals' && kpi.arm !== 'all');
    return kpis.filter((kpi) => kpi.value === 1).map((kpi) => kpi.arm);
  };
  it('is "partner" with a proposed tag, whatever the deal says', () => {
    expect(armsOf('none', [{ status: 'proposed' }])).toEqual(['partner']);
  });
  it('is neither where all tags are rejected or disputed, unless the answer is none', () => {
    expect(armsOf('tagged', [{ status: 'rejected' }])).toEqual([]);
    expect(armsOf('none', [{ status: 'disputed' }])).toEqual(['none']);
  });
  it('is unanswered where the tag was made after the as-of day', () => {
    expect(armsOf('tagged', [{ taggedAt: at('2026-07-01') }])).toEqual(['unanswered']);
  });
  it('is "unanswered" for a blank, which is not "none"', () => {
    expect(armsOf('unanswered', [])).toEqual(['unanswered']);
  });
});
