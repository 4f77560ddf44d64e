import { portfolioTally } from '#domain/kpis/portfolio';
import { fullInvolvement } from '#test/conformance-bench';
import { fakeCrm, type FakeCrm } from '#test/fake-crm';
import type { FakeDeal } from '#test/fake-world';
import { headOf, refreshAll, stepOf, type Clock } from '#test/refresh-runs';
import { readPortfolio } from '#usecases/read-portfolio';
import { questionOf } from '#usecases/portfolio-question';
import { firstSegments, readStored, storedIn } from '#usecases/stored-portfolio';

const hour = 3_600_000;
const input = { portalId: 1 };
const address = {
  involvement: '2-1',
  involvementToDeal: 1,
  involvementToAccount: 2,
  involvementToPartner: 3,
};
let clock: Clock;
let crm: FakeCrm;
let calls: string[];
let latencyMs: number;

const dealsOf = (count: number): FakeDeal[] =>
  Array.from({ length: count }, (_, place) => ({
    id: String(place + 1),
    amountMinor: 100 * place,
    companies: [place % 3 ? '900' : '901'],
    outcome: place % 2 ? ('won' as const) : ('lost' as const),
    createdAt: 900 * hour,
    closeAt: (910 + (place % 50)) * hour,
    owner: String(place % 4),
  }));

async function open(count: number, payloadLimit = 700): Promise<void> {
  clock = { now: 1_000 * hour };
  calls = [];
  latencyMs = 50;
  const onCall = (name: string) => {
    calls.push(name);
    clock.now += latencyMs;
  };
  crm = fakeCrm({
    companies: [
      { id: '900', industry: 'RETAIL' },
      { id: '901', region: 'Norway' },
      { id: '801', partnerType: 'si' },
    ],
    deals: dealsOf(count),
    owners: [
      { id: '1', label: 'Zoe' },
      { id: '2', label: 'Ana' },
    ],
    portfolio: { payloadLimit, listPage: 20, searchPage: 40, now: () => clock.now, onCall },
  });
  for (let place = 1; place < count; place += 5) {
    const full = fullInvolvement({ deal: String(place), customer: '900', partner: '801' }, 950 * hour);
    await crm.createInvolvement({ ...full, enteredOn: 38, exitedOn: null, status: 'confirmed' }, address);
  }
}

const read = () => readPortfolio(crm, input, { now: clock.now, deadlineAt: null });
const second = () => `deals:${headOf(crm).segments.deals[1]?.key}`;

test('before the first refresh is done, the portfolio is read live', async () => {
  await open(600);
  expect((await read()).freshness).toEqual({ kind: 'live' });
  latencyMs = 900;
  expect(await stepOf(crm, clock)).toMatchObject({ state: 'working' });
  expect(await read()).toMatchObject({
    coverage: { dealsRead: 600, dealsTotal: 600, complete: true },
    freshness: { kind: 'live' },
  });
});

test('a refresh that has begun and not ended is told, with how far it has come', async () => {
  await open(600);
  expect((await read()).unfinished).toBeNull();
  latencyMs = 900;
  const step = await stepOf(crm, clock);
  if (step.state !== 'working') throw new Error(step.state);
  expect(step.done).toBeGreaterThan(0);
  expect((await read()).unfinished).toEqual({ phase: 'build', done: step.done, total: step.total });
  latencyMs = 50;
  await refreshAll(crm, clock);
  expect((await read()).unfinished).toBeNull();
  latencyMs = 900;
  await stepOf(crm, clock, 'sweep');
  expect((await read()).unfinished).toMatchObject({ phase: 'sweep' });
});

test('every figure of the segments is that of a live read', async () => {
  await open(300);
  const live = await read();
  await refreshAll(crm, clock);
  const { freshness, ...stored } = await read();
  expect({ ...stored, freshness: live.freshness, asOf: live.asOf }).toEqual(live);
  expect(freshness).toMatchObject({ kind: 'stored', changesPending: 0, damaged: 0 });
  expect(freshness.kind === 'stored' && freshness.sweptAt).not.toBeNull();
});

test('the read takes one call for the segments and two for what is pending', async () => {
  await open(300);
  clock.now += hour;
  await refreshAll(crm, clock);
  clock.now += hour;
  crm.addDeal(dealsOf(1)[0]!);
  calls = [];
  expect((await read()).freshness).toMatchObject({ changesPending: 1 });
  expect(calls.sort()).toEqual(['changedIds', 'changedIds', 'openPortfolio']);
});

test('a portfolio of more segments than the first call asks for is read in hundreds', async () => {
  await open(4_000, 400);
  const live = await read();
  await refreshAll(crm, clock);
  expect(headOf(crm).segments.deals.length).toBeGreaterThan(150);
  calls = [];
  const { kpis, coverage } = await read();
  expect({ kpis, coverage }).toEqual({ kpis: live.kpis, coverage: live.coverage });
  const all = Object.values(headOf(crm).segments).reduce((sum, { length }) => sum + length, 0);
  expect(calls.filter((name) => name === 'payloads').length).toBeLessThanOrEqual(Math.ceil(all / 100));
});

test('a damaged segment is counted, noted for the refresh, and takes nothing else with it', async () => {
  await open(300);
  await refreshAll(crm, clock);
  const lost = headOf(crm).segments.deals[1]?.rows ?? 0;
  crm.portfolio.stored.set(second(), 'nonsense');
  const { coverage, freshness } = await read();
  expect(freshness).toMatchObject({ kind: 'stored', damaged: 1 });
  expect(coverage).toEqual({ dealsRead: 300 - lost, dealsTotal: 300, complete: false });
  clock.now += hour;
  expect(await refreshAll(crm, clock)).toMatchObject({ rebuilt: 1 });
  expect(await read()).toMatchObject({
    coverage: { dealsRead: 300, complete: true },
    freshness: { damaged: 0 },
  });
});

test('a segment that is being read anew counts as damaged until it is whole', async () => {
  await open(300);
  await refreshAll(crm, clock);
  crm.portfolio.stored.delete(second());
  await read();
  clock.now += hour;
  latencyMs = 900;
  const whole: boolean[] = [];
  for (let state = ''; state !== 'done';) {
    ({ state } = await stepOf(crm, clock));
    const { coverage, freshness } = await read();
    whole.push(coverage.complete);
    expect(coverage.dealsRead === 300 || (freshness.kind === 'stored' && freshness.damaged > 0)).toBe(true);
  }
  expect(whole.length).toBeGreaterThan(1);
  expect(whole[0]).toBe(false);
  expect(whole.at(-1)).toBe(true);
});

test('a reader whose head is overtaken by a refresh reads once more, and calls nothing damaged', async () => {
  await open(300);
  await refreshAll(crm, clock);
  const before = storedIn(await crm.portfolio.openPortfolio([]));
  clock.now += hour;
  dealsOf(300).forEach((deal) => crm.addDeal({ ...deal, lossReason: `${deal.id} ${'x'.repeat(30)}` }));
  await refreshAll(crm, clock);
  if (!before) throw new Error('nothing is stored');
  const question = questionOf({}, before.installed.settings, 41, []);
  const reading = await readStored(crm.portfolio, before, (shared) => portfolioTally(question, shared), null);
  expect(reading).toMatchObject({ dealsRead: 300, damaged: 0 });
  expect(crm.portfolio.stored.has('damage')).toBe(false);
});

test('amounts of another currency than the settings ask for are not shown', async () => {
  await open(300);
  await refreshAll(crm, clock);
  const installed = await crm.installed();
  await crm.saveInstalled({ ...installed, settings: { ...installed.settings, homeCurrency: 'USD' } });
  expect((await read()).freshness).toEqual({ kind: 'live' });
  clock.now += hour;
  await refreshAll(crm, clock);
  expect((await read()).freshness).toMatchObject({ kind: 'stored' });
  expect(firstSegments).toHaveLength(97);
});

test('owners of deals go by their names, live and stored; one whose name is not known by the id', async () => {
  await open(20);
  const named = [
    { id: '0', label: '0' },
    { id: '1', label: 'Zoe' },
    { id: '2', label: 'Ana' },
    { id: '3', label: '3' },
  ];
  for (const kind of ['live', 'stored']) {
    const { freshness, offered } = await read();
    expect(freshness.kind).toBe(kind);
    expect(offered.owners.toSorted((one, other) => Number(one.id) - Number(other.id))).toEqual(named);
    await refreshAll(crm, clock);
  }
});
