import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hubspotCrm } from '#crm/hubspot-crm';
import { startPortal, type Portal } from '#portal/portal';
import type { Crm } from '#usecases/crm';
import type { ReadFiles } from '../import/dataset.ts';
import { landmark } from '../demo/pipelines.ts';
import { fill, storedCurrency } from './fill.ts';

const dir = mkdtempSync(join(tmpdir(), 'fill-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const now = Date.parse('2026-11-23T09:00:00Z');

async function withPortal<Value>(
  dataFile: string | null,
  use: (portal: Portal, crm: Crm) => Promise<Value>,
): Promise<Value> {
  const portal = await startPortal({ buildDir: null, dataFile, rateLimits: false, quiet: true });
  try {
    return await use(portal, hubspotCrm({ ...portal, baseUrl: portal.url, now: Date.now, limits: 'off' }));
  } finally {
    await portal.close();
  }
}

const read: ReadFiles = {
  dataset: {
    homeCurrency: 'USD',
    stages: [],
    companies: [],
    contacts: [],
    deals: [
      {
        id: '1',
        pipeline: '',
        stage: 'closedwon',
        properties: {
          dealname: 'A',
          createdate: '2026-01-01T00:00:00.000Z',
          closedate: '2026-02-01T00:00:00.000Z',
        },
        stageEntered: new Map(),
        owner: null,
        primaryCompanyId: null,
        otherCompanyIds: [],
        answer: 'none',
      },
    ],
    involvements: [],
  },
  issues: [],
  datedStages: [],
  counts: [{ file: 'deals.csv', kind: 'deals', read: 1, of: 1 }],
  notes: [],
};

test('exports are loaded once: with a data file, the next start finds the records in their currency', async () => {
  const file = join(dir, 'portal.db');
  await withPortal(file, async (portal, crm) => {
    expect(await storedCurrency(portal)).toBeNull();
    expect(await fill(portal, { kind: 'files', read }, now)).toMatch(/1 of 1 deals read/);
    expect((await crm.deal('1'))?.mirror.answer).toBe('none');
  });
  await withPortal(file, async (portal, crm) => {
    expect(await storedCurrency(portal)).toBe('USD');
    expect(await fill(portal, { kind: 'files', read }, now)).toMatch(/not loaded again/);
    expect((await crm.deal('1'))?.outcome).toBe('won');
  });
});

test('an empty portal has the schema and no records', async () => {
  await withPortal(null, async (portal, crm) => {
    expect(await fill(portal, { kind: 'empty' }, now)).toMatch(/no records/);
    expect(await crm.countDeals()).toBe(0);
    expect((await crm.installed()).settings.homeCurrency).toBe('EUR');
  });
});

test('the demo comes with its own pipelines, a landmark, and a life cycle for every open stage', async () => {
  await withPortal(null, async (portal, crm) => {
    expect(await fill(portal, { kind: 'demo', seed: 7 }, now)).toMatch(/2,000 deals, 174 companies/);
    const [pipelines, { settings }] = await Promise.all([crm.pipelines(), crm.installed()]);
    expect(pipelines.map(({ label }) => label)).toEqual(['New business', 'Renewals & expansion']);
    const stages = pipelines.flatMap((pipeline) => pipeline.stages);
    expect(stages.find(({ id }) => id === settings.landmarkStage)?.label).toBe(landmark);
    for (const { id, outcome } of stages)
      if (outcome === 'open') expect(settings.lifeCycleOf[id]).toBeDefined();
  });
}, 30_000);
