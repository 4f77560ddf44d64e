import { fakeCrm, type FakeCrm } from '#test/fake-crm';
import { dealRowOf, type FakeDeal } from '#test/fake-world';
import { ann, ben, headOf, refreshAll, stepOf, storedRows, type Clock } from '#test/refresh-runs';

const hour = 3_600_000;
let clock: Clock;
let crm: FakeCrm;
let calls: string[];

const dealsOf = (count: number, from = 1): FakeDeal[] =>
  Array.from({ length: count }, (_, place) => ({
    id: String(from + place),
    amountMinor: 100 * (from + place),
    companies: ['900'],
  }));

function open(deals: readonly FakeDeal[], more: { payloadLimit?: number; latencyMs?: number } = {}): FakeCrm {
  const { payloadLimit = 700, latencyMs = 10 } = more;
  clock = { now: 1_000 * hour };
  calls = [];
  const onCall = (name: string) => {
    calls.push(name);
    clock.now += latencyMs;
  };
  return fakeCrm({
    companies: [{ id: '900' }],
    deals,
    portfolio: { payloadLimit, listPage: 10, searchPage: 20, now: () => clock.now, onCall },
  });
}

const dealsIn = (one: FakeCrm) => storedRows(one, 'deals');

test('the first refresh reads everything, in full segments in the order of ids', async () => {
  const deals = dealsOf(200);
  crm = open(deals);
  expect(await refreshAll(crm, clock)).toMatchObject({ state: 'done', recordsRead: 201, rebuilt: 0 });
  expect(dealsIn(crm)).toEqual(deals.map(dealRowOf));
  expect(headOf(crm).segments.deals.length).toBeGreaterThan(2);
  expect(headOf(crm).work).toBeNull();
});

test('a build that takes many steps goes on where it was, and reads no page twice', async () => {
  const deals = dealsOf(300);
  crm = open(deals, { latencyMs: 900 });
  let steps = 0;
  for (; (await stepOf(crm, clock)).state === 'working';) steps++;
  expect(steps).toBeGreaterThan(3);
  expect(calls.filter((name) => name === 'page')).toHaveLength(30 + 1 + 1);
  expect(dealsIn(crm)).toEqual(deals.map(dealRowOf));
});

test('a refresh writes the segments whose rows changed, and no other', async () => {
  crm = open(dealsOf(300));
  await refreshAll(crm, clock);
  clock.now += 10 * hour;
  crm.addDeal({ ...dealsOf(1, 150)[0]!, amountMinor: 7 });
  expect(await refreshAll(crm, clock)).toMatchObject({ state: 'done', recordsRead: 1, segmentsWritten: 1 });
  expect(dealsIn(crm)[149]).toMatchObject({ id: 150, amountMinor: 7 });
  clock.now += 1000;
  expect(await refreshAll(crm, clock)).toMatchObject({ recordsRead: 1, segmentsWritten: 0 });
});

test('more changes on one instant than a search gives are all found', async () => {
  crm = open(dealsOf(1_200));
  await refreshAll(crm, clock);
  clock.now += 10 * hour;
  const changed = dealsOf(1_200).map((deal) => ({ ...deal, amountMinor: 5 }));
  changed.forEach((deal) => crm.addDeal(deal));
  expect(await refreshAll(crm, clock)).toMatchObject({ recordsRead: 1_200 });
  expect(dealsIn(crm)).toEqual(changed.map(dealRowOf));
});

test('new deals make new segments, and a segment that outgrows its record is split', async () => {
  crm = open(dealsOf(100));
  await refreshAll(crm, clock);
  clock.now += 10 * hour;
  const reason = 'x'.repeat(40);
  const longer = dealsOf(60).map((deal) => ({ ...deal, lossReason: `${deal.id}${reason}` }));
  [...longer, ...dealsOf(100, 101)].forEach((deal) => crm.addDeal(deal));
  await refreshAll(crm, clock);
  expect(dealsIn(crm)).toEqual([...longer, ...dealsOf(140, 61)].map(dealRowOf));
  const { segments } = headOf(crm);
  const named = segments.deals.map(({ key }) => `deals:${key}`);
  expect([...crm.portfolio.stored.keys()].filter((key) => key.startsWith('deals:')).sort()).toEqual(
    named.sort(),
  );
});

test('a sweep drops what was deleted and finds what changed without a trace', async () => {
  crm = open(dealsOf(200));
  await refreshAll(crm, clock);
  clock.now += 10 * hour;
  for (let id = 20; id < 80; id++) crm.removeDeal(String(id));
  crm.addDeal({ ...dealsOf(1, 100)[0]!, companies: ['901'] }, 'quietly');
  await refreshAll(crm, clock);
  expect(dealsIn(crm)).toHaveLength(200);
  await refreshAll(crm, clock, 'sweep');
  expect(dealsIn(crm)).toHaveLength(140);
  expect(dealsIn(crm).find(({ id }) => id === 100)).toMatchObject({ account: '901' });
});

test('of two that refresh at once, one works and the other is told until when', async () => {
  crm = open(dealsOf(300), { latencyMs: 900 });
  const [one, other] = await Promise.all([
    stepOf(crm, clock, 'changes', ann),
    stepOf(crm, clock, 'changes', ben),
  ]);
  expect([one.state, other.state].sort()).toEqual(['busy', 'working']);
  const late = one.state === 'busy' ? ann : ben;
  expect(await stepOf(crm, clock, 'changes', late)).toMatchObject({ state: 'busy' });
  clock.now += 61_000;
  expect(await refreshAll(crm, clock, 'changes', late)).toMatchObject({ state: 'done' });
  expect(dealsIn(crm)).toHaveLength(300);
});

test('a cancelled refresh leaves the lease to others and its work to the next', async () => {
  crm = open(dealsOf(300), { latencyMs: 900 });
  await stepOf(crm, clock);
  expect(await stepOf(crm, clock, 'cancel')).toEqual({ state: 'cancelled' });
  const step = await stepOf(crm, clock, 'changes', ben);
  expect(step).toMatchObject({ state: 'working', phase: 'build' });
  expect(step.state === 'working' && step.done).toBeGreaterThan(30);
});

test('a change that HubSpot tells of half an hour late is in all the same', async () => {
  crm = open(dealsOf(100));
  await refreshAll(crm, clock);
  clock.now += 10 * hour;
  await refreshAll(crm, clock);
  clock.now -= hour / 2;
  crm.addDeal({ ...dealsOf(1, 50)[0]!, amountMinor: 7 });
  clock.now += 2 * hour;
  expect(await refreshAll(crm, clock)).toMatchObject({ recordsRead: 1, segmentsWritten: 1 });
});

test('a tail that another step has overwritten is not taken: its rows are read again', async () => {
  const deals = dealsOf(300);
  crm = open(deals, { latencyMs: 900 });
  await stepOf(crm, clock);
  await stepOf(crm, clock);
  const tail = crm.portfolio.stored.get('tail:deals') ?? '';
  await stepOf(crm, clock);
  expect(crm.portfolio.stored.get('tail:deals')).not.toBe(tail);
  crm.portfolio.stored.set('tail:deals', tail);
  await refreshAll(crm, clock);
  expect(dealsIn(crm)).toEqual(deals.map(dealRowOf));
});
