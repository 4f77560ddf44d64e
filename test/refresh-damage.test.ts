import { fakeCrm, type FakeCrm } from '#test/fake-crm';
import { dealRowOf, type FakeDeal } from '#test/fake-world';
import { ben, headOf, refreshAll, stepOf, storedRows, type Clock } from '#test/refresh-runs';

const hour = 3_600_000;
const deals: FakeDeal[] = Array.from({ length: 300 }, (_, place) => ({
  id: String(place + 1),
  amountMinor: 100 * place,
}));

let clock: Clock;
let crm: FakeCrm;
let writesLeft: number;

beforeEach(async () => {
  clock = { now: 1_000 * hour };
  writesLeft = Infinity;
  crm = fakeCrm({
    deals,
    portfolio: {
      payloadLimit: 500,
      listPage: 10,
      searchPage: 7,
      now: () => clock.now,
      onCall: () => void (clock.now += 400),
      onWrite: () => {
        if (writesLeft-- <= 0) throw new Error('killed');
      },
    },
  });
  await refreshAll(crm, clock);
  expect(headOf(crm).segments.deals.length).toBeGreaterThan(4);
  clock.now += 10 * hour;
});

const second = () => `deals:${headOf(crm).segments.deals[1]?.key}`;
const bytesOf = (key: string): Uint8Array => {
  const bytes = crm.portfolio.unpack(crm.portfolio.stored.get(key) ?? '');
  if (!bytes) throw new Error(`${key} cannot be read`);
  return bytes;
};
const withByte = (at: number, value: number) => (key: string) => {
  const bytes = bytesOf(key);
  bytes[at] = value;
  crm.portfolio.stored.set(key, crm.portfolio.pack(bytes));
};

const damages: [string, (key: string) => void][] = [
  [
    'a flipped bit',
    (key) => {
      const payload = crm.portfolio.stored.get(key) ?? '';
      const flipped = String.fromCharCode(payload.charCodeAt(20) ^ 1);
      crm.portfolio.stored.set(key, payload.slice(0, 20) + flipped + payload.slice(21));
    },
  ],
  ['an older version', withByte(1, 0)],
  ['a version of the future', withByte(1, 99)],
  [
    'bytes that no field explains',
    (key) => {
      crm.portfolio.stored.set(key, crm.portfolio.pack(Uint8Array.from([...bytesOf(key), 1, 2, 3])));
    },
  ],
  ['no record at all', (key) => void crm.portfolio.stored.delete(key)],
];

const expected = () => deals.map(dealRowOf);

test.each(damages)(
  '%s in a segment that a change touches: rebuilt and reported, nothing else lost',
  async (_, damage) => {
    const { from = 0 } = headOf(crm).segments.deals[1] ?? {};
    damage(second());
    crm.addDeal(deals[from] ?? deals[0]!);
    expect(await refreshAll(crm, clock)).toMatchObject({ state: 'done', rebuilt: 1 });
    expect(storedRows(crm, 'deals')).toEqual(expected());
    expect(await refreshAll(crm, clock)).toMatchObject({ rebuilt: 0 });
  },
);

test.each(damages)(
  '%s that a reader has noted: rebuilt and reported, and the note is gone',
  async (_, damage) => {
    damage(second());
    await crm.portfolio.noteDamage([second()]);
    expect(await refreshAll(crm, clock)).toMatchObject({ state: 'done', rebuilt: 1 });
    expect(storedRows(crm, 'deals')).toEqual(expected());
    expect(crm.portfolio.stored.get('damage')).toBe('[]');
  },
);

test.each(damages)('%s that nobody has met: a sweep finds and reports it', async (_, damage) => {
  damage(second());
  expect(await refreshAll(crm, clock, 'sweep')).toMatchObject({ state: 'done', rebuilt: 1 });
  expect(storedRows(crm, 'deals')).toEqual(expected());
});

test('a sweep looks at segments for a part of its first step only, however many there are', async () => {
  const many = Array.from({ length: 9_000 }, (_, place) => ({
    id: String(place + 1),
    amountMinor: 7 * place,
  }));
  let looks = 0;
  const onCall = (name: string) => {
    clock.now += 900;
    if (name === 'payloads') looks++;
  };
  crm = fakeCrm({
    deals: many,
    portfolio: { payloadLimit: 150, listPage: 500, now: () => clock.now, onCall },
  });
  await refreshAll(crm, clock);
  expect(headOf(crm).segments.deals.length).toBeGreaterThan(500);
  expect(await stepOf(crm, clock, 'sweep')).toMatchObject({ state: 'working', done: expect.any(Number) });
  expect(looks).toBeLessThanOrEqual(4);
  expect(await refreshAll(crm, clock, 'sweep')).toMatchObject({ state: 'done', recordsRead: 9_000 });
});

test('a note about a segment that is whole costs a look and nothing more', async () => {
  await crm.portfolio.noteDamage([second(), 'deals:999']);
  expect(await refreshAll(crm, clock)).toMatchObject({ rebuilt: 0, segmentsWritten: 0 });
  expect(storedRows(crm, 'deals')).toEqual(expected());
});

test('a head that cannot be read is built anew', async () => {
  crm.portfolio.stored.delete('head');
  expect(await stepOf(crm, clock)).toMatchObject({ state: 'working', phase: 'build' });
  await refreshAll(crm, clock);
  expect(storedRows(crm, 'deals')).toEqual(expected());
});

test('a repair killed at any write loses nothing', async () => {
  for (let killAt = 0; killAt < 12; killAt++) {
    crm.portfolio.stored.delete(second());
    await crm.portfolio.noteDamage([second()]);
    clock.now += 70_000;
    for (let step = 0; step < 3; step++) {
      writesLeft = killAt;
      await stepOf(crm, clock).catch(() => undefined);
      writesLeft = Infinity;
    }
    clock.now += 70_000;
    expect(await refreshAll(crm, clock, 'changes', ben)).toMatchObject({ state: 'done' });
    clock.now += 70_000;
    await refreshAll(crm, clock, 'changes', ben);
    expect(storedRows(crm, 'deals')).toEqual(expected());
  }
});

test('settings that change how deals are read have everything read anew, in place', async () => {
  const installed = await crm.installed();
  await crm.saveInstalled({ ...installed, settings: { ...installed.settings, homeCurrency: 'USD' } });
  const keys = headOf(crm).segments.deals.map(({ key }) => key);
  expect(await stepOf(crm, clock)).toMatchObject({ phase: 'build' });
  expect(await refreshAll(crm, clock)).toMatchObject({ state: 'done', recordsRead: 300 });
  expect(headOf(crm).segments.deals.map(({ key }) => key)).toEqual(keys);
  expect(headOf(crm).reading.homeCurrency).toBe('USD');
});
