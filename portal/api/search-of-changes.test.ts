import { noon, testPortal } from './test-portal.ts';
import type { TestPortal } from './test-portal.ts';

const path = '/crm/objects/2026-09/deals/search';
const deals = 12_000;
const hour = 3_600_000;
let portal: TestPortal;

/** Every deal changed an hour ago, but for each hundredth: those changed at noon. */
beforeAll(async () => {
  portal = testPortal();
  const records = Array.from({ length: deals }, (_, place) => ({
    id: String(1_000 + place),
    properties: {
      dealname: `Deal ${place}`,
      hs_lastmodifieddate: String(place % 100 === 0 ? noon : noon - hour),
    },
  }));
  const { body } = await portal.post('/portal/import', { objectType: 'deals', records });
  expect(body).toMatchObject({ imported: deals, errors: [] });
}, 30_000);
afterAll(() => portal.close());

const changedSince = (time: number, afterId: number) => ({
  filterGroups: [
    {
      filters: [
        { propertyName: 'hs_lastmodifieddate', operator: 'GTE', value: String(time) },
        { propertyName: 'hs_object_id', operator: 'GT', value: String(afterId) },
      ],
    },
  ],
  sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
  limit: 200,
});

/** Page by page, by id: the way that has no end at 10,000. */
async function idsSince(time: number): Promise<number[]> {
  const ids: number[] = [];
  for (;;) {
    const { body } = await portal.post(path, changedSince(time, ids.at(-1) ?? 0));
    const results = body.results as { id: string }[];
    if (results.length === 0) return ids;
    ids.push(...results.map(({ id }) => Number(id)));
  }
}

test('a walk by id over what changed meets each changed record once, in the order of ids', async () => {
  const every = (step: number) => Array.from({ length: deals / step }, (_, place) => 1_000 + place * step);
  expect(await idsSince(noon)).toEqual(every(100));
  expect(await idsSince(noon - hour)).toEqual(every(1));
});

test('an archived record is not among what changed', async () => {
  const id = await portal.add('deals', { dealname: 'gone' });
  expect((await portal.post(path, changedSince(noon, 50_000))).body.total).toBe(1);
  await portal.remove(`/crm/objects/2026-09/deals/${id}`);
  expect((await portal.post(path, changedSince(noon, 50_000))).body.total).toBe(0);
});

test('asking for what changed costs a small part of what looking at every record costs', async () => {
  const costOf = async (body: unknown): Promise<number> => {
    const start = process.cpuUsage();
    for (let time = 0; time < 20; time++) await portal.post(path, body);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  const everyRecord = {
    filterGroups: [{ filters: [{ propertyName: 'dealname', operator: 'CONTAINS_TOKEN', value: 'nowhere' }] }],
  };
  const all = await costOf(everyRecord);
  expect(await costOf(changedSince(noon + 1, 0))).toBeLessThan(all / 20);
});
