import { at, day, makeDeal, makeInvolvement } from '#test/make';
import { columnsOf } from '../columns.ts';
import { defaultSettings } from '../settings.ts';
import { partnerScorecard } from './partner-scorecard.ts';
import { partnerStandings } from './partner-standings.ts';

const question = {
  asOf: day('2026-06-30'),
  from: day('2026-01-01'),
  to: day('2026-03-31'),
  pipelines: [],
  settings: defaultSettings,
};

/** Deals of partners: won, lost and open ones created in the period, each of an account of its own. */
function columnsFor(partners: readonly (readonly [id: string, won: number, lost: number, open: number])[]) {
  let id = 0;
  const deals: ReturnType<typeof makeDeal>[] = [];
  const involvements: ReturnType<typeof makeInvolvement>[] = [];
  for (const [partnerId, won, lost, open] of partners) {
    for (let of = 0; of < won + lost + open; of++) {
      const outcome = of < won ? 'won' : of < won + lost ? 'lost' : 'open';
      const closeAt = outcome === 'open' ? null : at('2026-03-01');
      deals.push(makeDeal({ id: ++id, account: `a${id}`, outcome, closeAt }));
      involvements.push(makeInvolvement({ dealId: id, partnerId }));
    }
  }
  return columnsOf({ deals, involvements, companies: [] });
}
/** The order of the partners, whatever the order in which they come. */
function orderOf(...partners: Parameters<typeof columnsFor>[0]): string[] {
  const [order, turned] = [partners, [...partners].reverse()].map((given) =>
    partnerStandings(columnsFor(given), question).map(({ id }) => id),
  );
  expect(turned).toEqual(order);
  return order!;
}

it('ranks by the lower end of the win rate first, from five closed deals on', () => {
  const partners = [
    ['four of four', 4, 0, 0],
    ['none of five', 0, 5, 0],
    ['five of six', 5, 1, 0],
    ['five of five', 5, 0, 0],
    ['fifty of sixty', 50, 10, 0],
  ] as const;
  expect(orderOf(...partners)).toEqual([
    'fifty of sixty',
    'five of five',
    'five of six',
    'none of five',
    'four of four',
  ]);
  const rates = partnerStandings(columnsFor(partners), question).map(({ winRate }) => winRate);
  expect(rates).toEqual([50 / 60, 1, 5 / 6, 0, null]);
});

it('ranks partners without a rate by closed deals, then by deals, then by id', () => {
  expect(
    orderOf(['b', 1, 1, 0], ['z', 3, 0, 0], ['c', 0, 0, 2], ['d', 0, 0, 1], ['a', 0, 2, 0], ['y', 1, 0, 9]),
  ).toEqual(['z', 'a', 'b', 'y', 'c', 'd']);
});

it('leaves out partners without a deal in the period or an open one', () => {
  const columns = columnsOf({
    deals: [
      makeDeal({ id: 1, createdAt: at('2025-12-01') }),
      makeDeal({ id: 2, createdAt: at('2025-12-01'), outcome: 'lost', closeAt: at('2026-02-01') }),
      makeDeal({ id: 3, createdAt: at('2025-12-01'), outcome: 'lost', closeAt: at('2025-12-20') }),
      makeDeal({ id: 4 }),
    ],
    involvements: [1, 2, 3, 4].map((id) => makeInvolvement({ dealId: id, partnerId: `${id}` })),
    companies: [],
  });
  expect(partnerStandings(columns, question).map(({ id }) => id)).toEqual(['2', '4', '1']);
});

it('counts the deals of a scorecard that are open, and those that closed in the period', () => {
  const outside = { outcome: 'won', closeAt: at('2026-05-01') } as const;
  const columns = columnsOf({
    deals: [
      makeDeal({ id: 1 }),
      makeDeal({ id: 2 }),
      makeDeal({ id: 3, outcome: 'won', closeAt: at('2026-02-01'), account: '901' }),
      makeDeal({ id: 4, ...outside, account: '902' }),
      makeDeal({ id: 5, ...outside, outcome: 'lost', account: null }),
    ],
    involvements: [1, 2, 3, 4, 5].map((dealId) => makeInvolvement({ dealId })),
    companies: [],
  });
  expect(partnerScorecard(columns, question, '88')).toMatchObject({
    deals: { open: 2, won: 1, lost: 0 },
    accounts: 3,
  });
});
