import * as fc from 'fast-check';
import { columnsOf } from '#domain/columns';
import { portfolioFigures } from '#domain/kpis/portfolio';
import type { CompanyRow, DealRow, InvolvementRow } from '#domain/rows';
import { defaultSettings } from '#domain/settings';
import { ben, refreshAll, storedRows } from '#test/refresh-runs';
import { freshRows, happen, sceneOf, told, untold, type Event, type Scene } from '#test/refresh-scene';
import { tables, type Table, type TableRow } from '#usecases/crm/portfolio';

function figuresOf(rows: Record<Table, readonly TableRow[]>) {
  const columns = columnsOf({
    deals: rows.deals as readonly DealRow[],
    involvements: rows.involvements as readonly InvolvementRow[],
    companies: rows.companies as readonly CompanyRow[],
  });
  return portfolioFigures(columns, {
    asOf: 1_000 / 24,
    from: null,
    to: null,
    pipelines: [],
    settings: defaultSettings,
  });
}

async function checkAfter(scene: Scene, want: 'changes' | 'sweep'): Promise<void> {
  // The first ends what was begun before the last change; the second begins after it.
  for (let refresh = 0; refresh < 2; refresh++) {
    scene.clock.now += 70_000;
    expect(await refreshAll(scene.crm, scene.clock, want, ben)).toMatchObject({ state: 'done' });
  }
  const fresh = freshRows(scene);
  const stored = {
    deals: storedRows(scene.crm, 'deals'),
    involvements: storedRows(scene.crm, 'involvements'),
    companies: storedRows(scene.crm, 'companies'),
  };
  for (const table of tables) expect(stored[table]).toEqual(fresh[table]);
  expect(figuresOf(stored)).toEqual(figuresOf(fresh));
}

/** A step that takes the lease is sent twice, and both are killed: each would cut the same segment otherwise. */
const sentTwice: Event[] = [
  { kind: 'both', pick: 0, want: 'changes', killAt: 1_000 },
  { kind: 'step', pick: 241, want: 'cancel', killAt: 1 },
  { kind: 'both', pick: 0, want: 'changes', killAt: 11 },
];
const runs = Number(process.env['REFRESH_RUNS'] ?? 150);

test('whatever changes, is killed and goes on, changes that HubSpot tells of are in after a refresh', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(30), fc.array(told, { maxLength: 40 }), async (start, events) => {
      const scene = sceneOf(start);
      for (const event of events) await happen(scene, event);
      await checkAfter(scene, 'changes');
    }),
    { numRuns: runs, examples: [[22, sentTwice]] },
  );
}, 600_000);

test('deletes and changed associations too are in after a sweep', async () => {
  const any = fc.oneof({ weight: 3, arbitrary: told }, { weight: 1, arbitrary: untold });
  await fc.assert(
    fc.asyncProperty(fc.nat(30), fc.array(any, { maxLength: 40 }), async (start, events) => {
      const scene = sceneOf(start);
      for (const event of events) await happen(scene, event);
      await checkAfter(scene, 'sweep');
    }),
    { numRuns: runs },
  );
}, 600_000);
