import fc from 'fast-check';
import { companies, portfolio, question } from '#test/any-portfolio';
import { makeDeal, makeInvolvement } from '#test/make';
import { accountKpis } from '../account.ts';
import { columnsOf } from '../columns.ts';
import type { DealRow, InvolvementRow } from '../rows.ts';
import { catalogue, type KpiId } from './catalogue.ts';
import { excludedCounts } from './excluded.ts';
import type { Arm, Kpi } from './kpi.ts';
import { tierMix } from './maturity.ts';
import { partnerKpis, partnerScorecard } from './partner-scorecard.ts';
import { partnerStandings } from './partner-standings.ts';
import { portfolioKpis } from './portfolio.ts';
import type { Question } from './question.ts';

const msPerDay = 86_400_000;
type Rows = { readonly deals: readonly DealRow[]; readonly involvements: readonly InvolvementRow[] };

const columnsFor = (rows: Rows) => columnsOf({ ...rows, companies });
const everything = (rows: Rows, asked: Question) => {
  const columns = columnsFor(rows);
  return {
    portfolio: portfolioKpis(columns, asked),
    standings: partnerStandings(columns, asked),
    mix: tierMix(columns, asked),
    account: accountKpis(columns, asked, '900'),
    partner: partnerKpis(columns, asked, '88'),
    scorecard: partnerScorecard(columns, asked, '89'),
    excluded: excludedCounts(columns, asked),
  };
};
const valueOf = (kpis: readonly Kpi[], id: KpiId, arm: Arm = 'all'): number =>
  kpis.find((kpi) => kpi.id === id && kpi.arm === arm)!.value!;

const law = (name: string, holds: (rows: Rows, asked: Question) => void): void => {
  it(name, () => fc.assert(fc.property(portfolio, question, holds), { numRuns: 40 }));
};

law('every KPI is finite, or null with a reason that the catalogue knows', (rows, asked) => {
  const { portfolio: all, account, partner } = everything(rows, asked);
  for (const kpi of [...all, ...account.kpis, ...partner]) {
    if (kpi.value === null) expect(catalogue[kpi.id as KpiId].reasons).toContain(kpi.reason);
    else expect(Number.isFinite(kpi.value) && kpi.reason === null).toBe(true);
    expect(Number.isInteger(kpi.n) && kpi.n >= 0).toBe(true);
    for (const end of kpi.interval ?? []) expect(end === null || Number.isFinite(end)).toBe(true);
  }
});

law('no id is given twice for an arm, and every id of the catalogue is given', (rows, asked) => {
  const keys = everything(rows, asked).portfolio.map(({ id, arm }) => `${id} ${arm}`);
  expect(new Set(keys).size).toBe(keys.length);
  const missing = Object.keys(catalogue).filter(
    (id) => !keys.includes(`${id} all`) && !keys.includes(`${id} partner`),
  );
  expect(missing).toEqual(['K15.sourced']);
});

law('the order of records changes nothing', (rows, asked) => {
  const turned = { deals: [...rows.deals].reverse(), involvements: [...rows.involvements].reverse() };
  expect(JSON.stringify(everything(turned, asked))).toBe(JSON.stringify(everything(rows, asked)));
});

law('records after the as-of day change nothing', (rows, asked) => {
  const end = (asked.asOf + 1) * msPerDay;
  const later = makeDeal({ id: 41, createdAt: end, outcome: 'won', closeAt: end });
  const tag = makeInvolvement({ dealId: 41, partnerId: '90', taggedAt: end, origin: true });
  const grown = { deals: [...rows.deals, later], involvements: [...rows.involvements, tag] };
  const known = { ...rows, involvements: [...rows.involvements, { ...tag, status: 'rejected' as const }] };
  expect(portfolioKpis(columnsFor(grown), asked)).toEqual(portfolioKpis(columnsFor(known), asked));
});

law('sourced and influenced pipeline add up to the attached pipeline', (rows, asked) => {
  const kpis = everything(rows, asked).portfolio;
  expect(valueOf(kpis, 'K01') + valueOf(kpis, 'K02')).toBe(valueOf(kpis, 'K03.pipeline'));
});

law(
  'credit sums to the cent to the revenue with partners, unless nobody negotiated a share',
  (rows, asked) => {
    const { portfolio: kpis, standings } = everything(rows, asked);
    const credited = standings.reduce((sum, row) => sum + row.creditedWonMinor, 0);
    expect(credited).toBe(valueOf(kpis, 'won.credited'));
    if (asked.settings.creditModel === 'manual') return;
    expect(credited).toBe(valueOf(kpis, 'won.attached'));
  },
);

law('the credit of an account sums to its revenue with partners', (rows, asked) => {
  const { kpis, partners } = everything(rows, asked).account;
  const credited = partners.reduce((sum, row) => sum + row.creditedWonMinor, 0);
  expect(credited).toBe(valueOf(kpis, 'won.credited'));
});

law('another partner on a deal changes no total that counts each deal once', (rows, asked) => {
  const tags = rows.deals.map(({ id }) => makeInvolvement({ dealId: id, partnerId: '91' }));
  const before = everything(rows, asked).portfolio;
  const after = everything({ ...rows, involvements: [...rows.involvements, ...tags] }, asked).portfolio;
  for (const id of [
    'deals',
    'deals.won',
    'deals.open',
    'won.amount',
    'open.amount',
    'K15',
    'K24',
    'K26',
  ] as const) {
    expect(valueOf(after, id)).toBe(valueOf(before, id));
  }
});

law('without a period, deals are won, lost or open', (rows, asked) => {
  const { portfolio: kpis } = everything(rows, { ...asked, from: null, to: null });
  for (const arm of ['all', 'partner', 'none', 'unanswered'] as const) {
    const parts = (['deals.won', 'deals.lost', 'deals.open'] as const).map((id) => valueOf(kpis, id, arm));
    expect(parts.reduce((sum, n) => sum + n, 0)).toBe(valueOf(kpis, 'deals', arm));
  }
});

law('the table of partners is sorted by the lower end of the win rate', (rows, asked) => {
  const lower = everything(rows, asked).standings.map((row) => row.winRateInterval?.[0] ?? -1);
  expect(lower).toEqual([...lower].sort((one, other) => other - one));
});
