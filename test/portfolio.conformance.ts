import type { Bench } from '#test/conformance-bench';
import type { Crm } from '#usecases/crm';
import type { Head, Payloads, PortfolioDoor, WalkPlace } from '#usecases/crm/portfolio';
import { installSchema } from '#usecases/install-schema';

const reading = { homeCurrency: 'EUR', stages: [], outcomes: {} };
const worker = '00000000-0000-4000-8000-000000000001';

const place: WalkPlace = {
  after: '42',
  isDone: false,
  from: 7,
  pieces: [{ key: 3, from: 7, rows: 20 }],
  tailFrom: 30,
  tailAfter: null,
  tailMark: 'a-b-c',
  fill: 4_000,
};

const head: Head = {
  reading: { format: 1, homeCurrency: 'EUR', stages: ['a', 'b'] },
  owners: [{ id: '7', label: 'Mára Ünal' }],
  pipelines: [{ id: 'p', label: 'Sales – ünïcode', stages: [{ id: 'a', label: 'A', outcome: 'won' }] }],
  segments: {
    deals: [{ key: 0, from: 0, rows: 9 }],
    involvements: [],
    companies: [{ key: 5, from: 0, rows: 1 }],
  },
  nextKey: { deals: 4, involvements: 0, companies: 6 },
  readFrom: 1_700_000_000_000,
  sweptAt: null,
  work: {
    phase: 'sweep',
    startedAt: 1_800_000_000_000,
    recordsRead: 12,
    recordsTotal: 20,
    segmentsWritten: 1,
    rebuilt: 0,
    walks: { deals: place, involvements: { ...place, isDone: true, after: null }, companies: place },
    searches: [{ table: 'deals', since: null, above: -1, below: 900 }],
  },
  lease: { generation: 3, worker, until: 1_800_000_060_000 },
  trash: ['deals:2'],
  spent: [{ at: 1_800_000_000_000, calls: 17 }],
};

/** What every implementation of the portfolio's part of the port must do. */
const textsOf = (payloads: Payloads): Record<string, string> =>
  Object.fromEntries(
    [...payloads].map(([key, payload]) => [
      key,
      typeof payload === 'string' ? payload : new TextDecoder().decode(payload),
    ]),
  );

export function portfolioConformance(open: () => Promise<Bench>): void {
  let bench: Bench;
  let crm: Crm;
  let door: PortfolioDoor;

  beforeAll(async () => {
    bench = await open();
    crm = bench.crm;
    door = crm.portfolio;
    await installSchema(crm, 'EUR');
  }, 60_000);
  afterAll(async () => {
    await door.archivePayloads(['deals:0', 'deals:1', 'head', 'damage', 'lease:1', 'lease:2']);
    await bench.close();
  });

  const bytes = Uint8Array.from({ length: 3_000 }, (_, at) => (at * at) % 251);

  test('bytes survive as a payload; a payload that was changed is damaged', () => {
    const payload = door.pack(bytes);
    expect(door.unpack(payload)).toEqual(bytes);
    const flipped = payload.at(-9) === 'A' ? 'B' : 'A';
    expect(door.unpack(payload.slice(0, -9) + flipped + payload.slice(-8))).toBeNull();
    expect(door.unpack('')).toBeNull();
    expect(door.unpack(payload.slice(0, 100))).toBeNull();
  });

  test('payloads are found by key, overwritten by key and gone when archived; other keys are absent', async () => {
    const [one, other] = [door.pack(bytes), door.pack(bytes.slice(0, 9))];
    await door.writePayloads(
      new Map([
        ['deals:0', one],
        ['deals:1', other],
      ]),
    );
    await door.writePayloads(new Map([['deals:1', one]]));
    const keys = ['deals:0', 'deals:1', 'deals:77'];
    expect(textsOf(await door.payloads(keys, null))).toEqual({ 'deals:0': one, 'deals:1': one });
    await door.archivePayloads(['deals:0', 'deals:77']);
    expect([...(await door.payloads(keys, null)).keys()]).toEqual(['deals:1']);
    await door.writePayloads(new Map([['deals:0', other]]));
    const read = await door.payloads(keys, null);
    expect(textsOf(read)['deals:0']).toBe(other);
    expect(door.unpack(read.get('deals:1') ?? '')).toEqual(bytes);
    door.releasePayloads(read);
    expect(await door.payloads(['deals:77'], null)).toEqual(new Map());
    await door.archivePayloads([]);
  });

  test('the portfolio opens with settings, head, note of damage and the payloads asked for', async () => {
    const before = await door.openPortfolio(['deals:88']);
    expect(before).toMatchObject({ head: null, damage: [] });
    expect(before.installed).toEqual(await crm.installed());
    await door.writeHead(head);
    await door.noteDamage(['deals:3', 'companies:1']);
    const opened = await door.openPortfolio(['deals:1', 'deals:88']);
    expect(opened.head).toEqual(head);
    expect(opened.damage).toEqual(['deals:3', 'companies:1']);
    expect([...opened.payloads.keys()]).toEqual(['deals:1']);
  });

  test('a generation of the lease is taken once', async () => {
    const lease = { generation: 1, worker, until: 1_900_000_000_000 };
    expect(await door.leaseOf(1)).toBeNull();
    expect(await door.claimLease(lease)).toBe(true);
    expect(await door.claimLease({ ...lease, worker: worker.replace('1', '2') })).toBe(false);
    expect(await door.leaseOf(1)).toEqual(lease);
    const both = await Promise.all([1, 2].map(() => door.claimLease({ ...lease, generation: 2 })));
    expect(both.sort()).toEqual([false, true]);
  });

  test('a table is listed in the order of ids, page by page, to its end', async () => {
    const company = await bench.company({ name: 'Listed' });
    const made: number[] = [];
    for (let deal = 0; deal < 3; deal++) made.push(Number(await bench.deal({ companies: [company] })));
    const listed: number[] = [];
    let after: string | null = null;
    do {
      const page = await door.page('deals', reading, { after, until: null });
      listed.push(...page.rows.map(({ id }) => Number(id)));
      ({ after } = page);
    } while (after !== null);
    expect(listed).toEqual([...listed].sort((one, other) => one - other));
    expect(listed).toEqual(expect.arrayContaining(made));
  });

  test('what changed is told by id, within bounds, and read as it is now', async () => {
    const company = await bench.company({ name: 'Changed' });
    const ids: number[] = [];
    for (let deal = 0; deal < 3; deal++)
      ids.push(Number(await bench.deal({ companies: [company], amount: 5 })));
    ids.sort((one, other) => one - other);
    await bench.settle();
    const longAgo = 1_500_000_000_000;
    const [first = 0, , last = 0] = ids;
    const found = await door.changedIds('deals', { since: longAgo, above: first - 1, below: null }, null);
    expect(found).toEqual({ ids, total: 3 });
    expect((await door.changedIds('deals', { since: null, above: first, below: last }, null)).ids).toEqual([
      ids[1],
    ]);
    const later = Date.now() + 3_600_000;
    expect((await door.changedIds('deals', { since: later, above: 0, below: null }, null)).ids).toEqual([]);
    const rows = await door.rows('deals', [first, 999_999_999], reading, null);
    expect(rows).toMatchObject([{ id: first, amountMinor: 500, account: company }]);
    expect(await door.countRecords('deals')).toBeGreaterThanOrEqual(3);
  });
}
