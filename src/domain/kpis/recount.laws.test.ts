import fc from 'fast-check';
import { day, makeDeal, makeInvolvement } from '#test/make';
import { columnsOf } from '../columns.ts';
import { dayOf } from '../day.ts';
import type { DealRow, InvolvementRow } from '../rows.ts';
import { defaultSettings } from '../settings.ts';
import { involvementStatuses, partnerAnswers } from '../vocabulary.ts';
import type { Arm } from './kpi.ts';
import { portfolioKpis } from './portfolio.ts';
import type { Question } from './question.ts';

/** The same figures counted row by row from the rules, without columns. */
const start = day('2026-01-01');
const instant = fc.integer({ min: 0, max: 200 * 24 }).map((hour) => start * 86_400_000 + hour * 3_600_000);
const deal = fc.record({
  id: fc.integer({ min: 1, max: 60 }),
  outcome: fc.constantFrom<DealRow['outcome'][]>('open', 'won', 'lost'),
  createdAt: instant,
  closeAt: instant,
  amountMinor: fc.option(fc.integer({ min: -50, max: 5000 }), { freq: 6 }),
  account: fc.option(fc.constantFrom('900', '901', '902', '903'), { freq: 6 }),
  answer: fc.constantFrom(...partnerAnswers),
});
const tag = fc.record({
  dealId: fc.integer({ min: 1, max: 60 }),
  partnerId: fc.constantFrom('88', '89'),
  origin: fc.boolean(),
  status: fc.constantFrom(...involvementStatuses),
  taggedAt: instant,
});
const world = fc.record({
  deals: fc
    .uniqueArray(deal, { minLength: 20, maxLength: 60, selector: ({ id }) => id })
    .map((rows) => rows.map(makeDeal)),
  tags: fc
    .uniqueArray(tag, { maxLength: 60, selector: ({ dealId, partnerId }) => `${dealId}:${partnerId}` })
    .map((rows) => rows.map(makeInvolvement)),
  asOf: fc.integer({ min: start + 50, max: start + 220 }),
  from: fc.option(fc.integer({ min: start, max: start + 60 })),
});

function recount(deals: readonly DealRow[], tags: readonly InvolvementRow[], { asOf, from }: Question) {
  const isIn = (at: number): boolean => from === null || dayOf(at) >= from;
  const here = deals
    .filter(({ createdAt }) => dayOf(createdAt!) <= asOf)
    .map((row) => {
      const outcome = dayOf(row.closeAt!) > asOf ? 'open' : row.outcome;
      const known = tags.filter(({ dealId, taggedAt }) => dealId === row.id && dayOf(taggedAt) <= asOf);
      const live = known.filter(({ status }) => status === 'confirmed' || status === 'proposed');
      return { ...row, outcome, known, live, sum: Math.max(0, row.amountMinor ?? 0) };
    });
  const created = here.filter(({ createdAt }) => isIn(createdAt!));
  const closed = here.filter(({ outcome, closeAt }) => outcome !== 'open' && isIn(closeAt!));
  const won = here.filter(({ outcome }) => outcome === 'won');
  const attached = created.filter(({ live }) => live.length > 0);
  const sourced = attached.filter(({ live }) => live.some(({ origin }) => origin));
  const total = (rows: typeof here): number => rows.reduce((sum, { sum: amount }) => sum + amount, 0);
  const withPartner = closed.filter(({ live }) => live.length > 0);
  const answeredNone = closed.filter(({ live, answer }) => live.length === 0 && answer === 'none');
  const winRate = (rows: typeof here): number | null =>
    rows.length < 5 ? null : rows.filter(({ outcome }) => outcome === 'won').length / rows.length;
  const logos = closed.filter(
    (row) =>
      row.outcome === 'won' &&
      row.account !== null &&
      !won.some(
        (other) =>
          other.account === row.account &&
          (other.closeAt! < row.closeAt! || (other.closeAt === row.closeAt && other.id < row.id)),
      ),
  );
  return {
    'deals all': created.length,
    'deals partner': attached.length,
    'deals.open all': here.filter(({ outcome }) => outcome === 'open').length,
    'K01 all': total(sourced),
    'K02 all': total(attached) - total(sourced),
    'K24 all': winRate(closed),
    'K24 partner': winRate(withPartner),
    'K24 none': winRate(answeredNone),
    'K15 all': logos.length,
    'K15 partner': logos.filter(({ live }) => live.length > 0).length,
    'won.attached all': total(
      closed.filter((row) => row.outcome === 'won' && row.live.some(({ status }) => status === 'confirmed')),
    ),
  };
}

it('gives what a recount row by row gives', () => {
  fc.assert(
    fc.property(world, ({ deals, tags, asOf, from }) => {
      const question: Question = { asOf, from, to: null, pipelines: [], settings: defaultSettings };
      const kpis = portfolioKpis(columnsOf({ deals, involvements: tags, companies: [] }), question);
      const expected = recount(deals, tags, question);
      const given = Object.keys(expected).map((key) => {
        const [id, arm] = key.split(' ') as [string, Arm];
        return [key, kpis.find((kpi) => kpi.id === id && kpi.arm === arm)!.value];
      });
      expect(Object.fromEntries(given)).toEqual(expected);
    }),
    { numRuns: 150 },
  );
});
