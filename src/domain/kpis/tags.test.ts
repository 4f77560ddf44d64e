import { at, day, makeCompany, makeDeal, makeInvolvement, makeQuestion } from '#test/make';
import { columnsOf } from '../columns.ts';
import type { DealRow, InvolvementRow } from '../rows.ts';
import { excludedCounts } from './excluded.ts';
import { founded } from './foundations.ts';
import { lifeCycleKpis, lifeCycleMatrix } from './life-cycle-coverage.ts';
import { qualityKpis, tagQualityKpis } from './quality.ts';
import type { Question } from './question.ts';
import { select } from './selection.ts';
import { tallied } from './tally.ts';

const question = makeQuestion();
const selectionOf = (deals: DealRow[], involvements: InvolvementRow[], asked = question) =>
  select(columnsOf({ deals, involvements, companies: [] }), asked);

/** Open for 100 days and lost on 2026-04-11; its last stage before the close began on day 60. */
const deal = makeDeal({
  outcome: 'lost',
  closeAt: at('2026-04-11'),
  stage: 'lost',
  stageEnteredAt: { s1: at('2026-01-01'), s2: at('2026-03-02'), lost: at('2026-04-11') },
});
const lateOf = (taggedOn: string, row: DealRow = deal) => {
  const { afterClose, inCycle } = lateCounts(row, taggedOn);
  return afterClose > 0 ? 'after the close' : inCycle > 0 ? 'in the cycle' : 'in time';
};
const lateCounts = (row: DealRow, taggedOn: string) => {
  const tags = ['1', '2', '3', '4', '5'].map((partnerId) =>
    makeInvolvement({ partnerId, taggedAt: at(taggedOn) }),
  );
  const kpis = tallied(founded(qualityKpis), selectionOf([row], tags));
  const valueOf = (id: string): number => kpis.find((kpi) => kpi.id === id)?.value ?? NaN;
  expect(valueOf('K47')).toBe(valueOf('K47.after_close') + valueOf('K47.in_cycle'));
  return { afterClose: valueOf('K47.after_close'), inCycle: valueOf('K47.in_cycle') };
};

it.each([
  ['2026-01-02', 'in time'],
  ['2026-03-01', 'in time'],
  ['2026-03-02', 'in the cycle'],
  ['2026-04-11', 'in the cycle'],
  ['2026-04-12', 'after the close'],
])('a tag of %s is %s', (taggedOn, expected) => {
  expect(lateOf(taggedOn)).toBe(expected);
});

it('goes by three quarters of the cycle where stages say nothing', () => {
  const plain = { ...deal, stageEnteredAt: {} };
  expect(lateOf('2026-03-17', plain)).toBe('in time');
  expect(lateOf('2026-03-18', plain)).toBe('in the cycle');
  expect(lateOf('2026-03-18', { ...plain, outcome: 'open' })).toBe('in time');
});

it.each<[string, Partial<DealRow>, string]>([
  ['no close date', { closeAt: null }, '2026-04-12'],
  ['no date of creation', { createdAt: null, stageEnteredAt: {} }, '2026-04-10'],
  ['a close before its creation', { createdAt: at('2026-05-01') }, '2026-04-10'],
  ['one dated stage before the last', { stageEnteredAt: { s1: at('2026-01-05') } }, '2026-02-01'],
  [
    'a stage that nobody dated',
    { stageEnteredAt: { s1: at('2026-01-05') }, timeInStage: { s2: 1 } },
    '2026-02-01',
  ],
])('on a deal with %s no tag is late', (_, row, taggedOn) => {
  expect(lateOf(taggedOn, { ...deal, ...row })).toBe('in time');
});

it('a tag in the last stage is late also where all happened in one minute', () => {
  const once = at('2026-02-01');
  const row = { ...deal, createdAt: once, closeAt: once, stageEnteredAt: { s1: once, s2: once } };
  expect(lateOf('2026-02-01', row)).toBe('in the cycle');
});

it('gives approval, evidence and the age of proposed tags', () => {
  const tags = [1, 2, 3, 4, 5, 6].map((n) =>
    makeInvolvement({ partnerId: `${n}`, status: n > 5 ? 'rejected' : 'confirmed', hasEvidence: n < 3 }),
  );
  const waiting = makeInvolvement({ partnerId: '7', status: 'proposed', taggedAt: at('2026-06-20') });
  expect(tallied(founded(tagQualityKpis), selectionOf([deal], [...tags, waiting]))).toMatchObject([
    { id: 'K14', value: 5 / 6, n: 6 },
    { id: 'K48', value: 0.4, n: 5 },
    { id: 'K49', value: 10, n: 1 },
  ]);
});

it('counts stages touched, entries and exits', () => {
  const tags = [
    makeInvolvement({ stages: ['engage', 'decide'], exitedOn: day('2026-02-01') }),
    makeInvolvement({ partnerId: '89', stages: ['decide'], enteredOn: day('2027-01-01') }),
    makeInvolvement({ partnerId: '90', stages: ['adopt'], status: 'disputed' }),
  ];
  const kpis = tallied(founded(lifeCycleKpis), selectionOf([deal], tags));
  const values = Object.fromEntries(kpis.map(({ id, value }) => [id, value]));
  expect(values).toMatchObject({ 'K42.engage': 1, 'K42.decide': 2, 'K42.adopt': 0 });
  expect(values).toMatchObject({ 'K42.entries': 1, 'K42.exits': 1 });
});

it('shows which partner touches which stage, most tags first', () => {
  const involvements = [
    makeInvolvement({ stages: ['engage'] }),
    makeInvolvement({ partnerId: '89', stages: ['engage', 'decide'] }),
    makeInvolvement({ partnerId: '90' }),
  ];
  const matrix = lifeCycleMatrix(columnsOf({ deals: [deal], involvements, companies: [] }), question);
  expect(matrix).toMatchObject([
    { id: '89', stages: { engage: 1, decide: 1, adopt: 0 } },
    { id: '88', stages: { engage: 1, decide: 0 } },
  ]);
});

it('counts an entry at the first stage that a tag touches and an exit at the last, in the period', () => {
  const involvements = [
    makeInvolvement({
      stages: ['decide', 'engage'],
      enteredOn: day('2026-01-10'),
      exitedOn: day('2026-02-01'),
    }),
    makeInvolvement({ partnerId: '89', stages: ['adopt'], enteredOn: day('2026-01-10') }),
    makeInvolvement({ partnerId: '90', stages: ['renew'], enteredOn: day('2025-06-01') }),
  ];
  const asked = { ...question, from: day('2026-01-05'), to: day('2026-01-31') };
  const columns = columnsOf({ deals: [deal], involvements, companies: [] });
  const movesOf = (id: string, of: Question) =>
    lifeCycleMatrix(columns, of)
      .filter((row) => row.id === id)
      .map(({ entries, exits }) =>
        [entries, exits].map((moves) => Object.entries(moves).filter(([, n]) => n > 0)),
      );
  expect(movesOf('88', question)).toEqual([[[['engage', 1]], [['decide', 1]]]]);
  expect(movesOf('88', asked)).toEqual([[[['engage', 1]], []]]);
  expect(movesOf('89', asked)).toEqual([[[['adopt', 1]], []]]);
  expect(movesOf('90', asked)).toEqual([]);
});

it('says in words what was kept out', () => {
  const closedIn = { outcome: 'lost', closeAt: at('2026-04-11') } as const;
  const deals = [
    makeDeal({ id: 1, foreignAmount: true }),
    makeDeal({ id: 2, amountMinor: 0 }),
    makeDeal({ id: 3, outcome: 'won', closeAt: at('2025-12-31') }),
    makeDeal({ id: 4, outcome: 'won', account: null }),
    makeDeal({ id: 5, ...closedIn, account: '88' }),
    // Without a flaw: closed on the day of its creation, without a date while it is open.
    makeDeal({ id: 6, outcome: 'lost', closeAt: at('2026-01-01') }),
    makeDeal({ id: 7, createdAt: null, closeAt: null }),
    makeDeal({ id: 8, ...closedIn, createdAt: null }),
    makeDeal({ id: 9, ...closedIn }),
  ];
  const tags = [
    makeInvolvement({ dealId: 1, status: 'rejected' }),
    makeInvolvement({ dealId: 77 }),
    ...['2026-04-12', '2026-04-13', '2026-04-10', '2026-02-01'].map((on, i) =>
      makeInvolvement({ dealId: 9, partnerId: `${90 + i}`, taggedAt: at(on) }),
    ),
    makeInvolvement({ dealId: 5, taggedAt: at('2026-04-12') }),
  ];
  const companies = [makeCompany({ id: '88', partnerType: 'si' })];
  expect(excludedCounts(columnsOf({ deals, involvements: tags, companies }), question)).toEqual([
    { reason: 'foreign currency without a home amount', n: 1 },
    { reason: 'no amount, or an amount that is not above zero', n: 1 },
    { reason: 'closed before it was created', n: 1 },
    { reason: 'closed without a date of creation or close', n: 2 },
    { reason: "a partner's own company as the account", n: 1 },
    { reason: 'no customer company', n: 1 },
    { reason: 'no counted tag: all disputed, rejected or outside the filters', n: 1 },
    { reason: 'partner tag made after the deal closed', n: 3 },
    { reason: 'partner tag made late in the deal, near its close', n: 1 },
    { reason: 'partner tag on a deal that is not among the deals read', n: 1 },
  ]);
});
