import { fullInvolvement } from '#test/conformance-bench';
import { fakeCrm, type FakeCrm } from '#test/fake-crm';
import type { FakeDeal } from '#test/fake-world';
import { headOf, refreshAll, type Clock } from '#test/refresh-runs';
import { mostLive, readCompany } from '#usecases/read-company';

const hour = 3_600_000;
const address = {
  involvement: '2-1',
  involvementToDeal: 1,
  involvementToAccount: 2,
  involvementToPartner: 3,
};
const clock: Clock = { now: 450_000 * hour };
const many = mostLive + 100;
let crm: FakeCrm;
let calls: string[];

/** Two customers, one with more deals than a function reads live, and a partner with more tags than that. */
beforeAll(async () => {
  const deals: FakeDeal[] = Array.from({ length: many + 50 }, (_, place) => ({
    id: String(place + 1),
    amountMinor: 100 * (place % 900),
    companies: [place < many ? '900' : '901'],
    outcome: place % 2 ? ('won' as const) : ('lost' as const),
    createdAt: clock.now - 2_000 * hour,
    closeAt: clock.now - (place % 900) * hour,
  }));
  crm = fakeCrm({
    companies: [
      { id: '900', name: 'Large customer' },
      { id: '901', name: 'Small customer' },
      { id: '801', name: 'Norvik', partnerType: 'si' },
      { id: '802', name: 'Halden', partnerType: 'isv' },
    ],
    deals,
    portfolio: { now: () => clock.now, onCall: (name) => void calls.push(name) },
  });
  calls = [];
  const tag = async (deal: FakeDeal, partner: string) => {
    const customer = deal.companies?.[0] ?? '';
    const full = fullInvolvement({ deal: deal.id, customer, partner }, clock.now - 1_500 * hour);
    const partnerName = `Once called ${partner}`;
    const tagged = { ...full, partnerName, enteredOn: null, exitedOn: null, status: 'confirmed' } as const;
    await crm.createInvolvement(tagged, address);
  };
  for (const deal of deals) await tag(deal, '801');
  for (const deal of deals.slice(0, 300)) await tag(deal, '802');
  crm.settle();
});

const card = (companyId: string) => readCompany(crm, { portalId: 1, companyId }, clock.now);
const payloadReads = () => calls.filter((name) => name === 'payloads').length;
const live: Record<string, Awaited<ReturnType<typeof card>>> = {};

test('without segments a large company is read as far as search goes', async () => {
  for (const id of ['900', '901', '802']) live[id] = await card(id);
  expect(live['900']?.counted).toMatchObject({ deals: many, complete: true });
  expect(live['900']?.kind === 'customer' && live['900'].partners.map(({ name }) => name)).toEqual([
    'Norvik',
    'Halden',
  ]);
  expect(live['802']?.counted).toMatchObject({ deals: 300, complete: true });
  expect(payloadReads()).toBe(0);
});

test('a large account from the segments has the very numbers of a live read', async () => {
  clock.now += hour;
  await refreshAll(crm, clock);
  calls = [];
  const stored = await card('900');
  expect(payloadReads()).toBeGreaterThan(0);
  expect(stored).toEqual({ ...live['900'], asOf: new Date(headOf(crm).readFrom ?? 0).toISOString() });
});

test('a partner with more deals than a live read takes is counted in full', async () => {
  const stored = await card('801');
  if (stored.kind !== 'partner') throw new Error('801 is a partner');
  expect(stored.counted).toMatchObject({ deals: many + 50, complete: true });
  expect(stored.deals.won + stored.deals.lost).toBe(many + 50);
  expect(stored.accounts).toBe(2);
});

test('a small company is read live, also beside a stored portfolio', async () => {
  calls = [];
  for (const id of ['901', '802'])
    expect(await card(id)).toEqual({ ...live[id], asOf: new Date(clock.now).toISOString() });
  expect(payloadReads()).toBe(0);
});

test('a damaged segment leaves the large account incomplete, and says so', async () => {
  crm.portfolio.stored.set(`deals:${headOf(crm).segments.deals[0]?.key}`, 'nonsense');
  expect((await card('900')).counted.complete).toBe(false);
});
