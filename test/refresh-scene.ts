import * as fc from 'fast-check';
import { involvementRowOf } from '#domain/involvement-row';
import type { CompanyRow } from '#domain/rows';
import { fullInvolvement } from '#test/conformance-bench';
import { fakeCrm, type FakeCrm } from '#test/fake-crm';
import { dealRowOf, type FakeDeal } from '#test/fake-world';
import { ann, ben, stepOf, type Clock } from '#test/refresh-runs';
import type { Table, TableRow } from '#usecases/crm/portfolio';
import { bytesOfRows, rowsOfBytes } from '#usecases/refresh/segment-rows';

const hour = 3_600_000;
const partners = ['801', '802', '803'];

/** What happens between two steps, or is one. Numbers choose among what is there. */
export type Event =
  | { readonly kind: 'create' | 'update' | 'delete' | 'reassociate' | 'company'; readonly pick: number }
  | { readonly kind: 'tag' | 'retag' | 'untag'; readonly pick: number }
  | { readonly kind: 'wait'; readonly pick: number }
  | {
      readonly kind: 'step' | 'both';
      readonly pick: number;
      readonly want: 'changes' | 'sweep' | 'cancel';
      /** Killed at this write; more than there are: not killed. */
      readonly killAt: number;
    };

const pick = fc.nat(1_000);
export const told = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constantFrom('create', 'update', 'tag', 'retag', 'company'), pick }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), pick }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('step', 'step', 'step', 'both'),
      pick,
      want: fc.constantFrom('changes', 'changes', 'changes', 'sweep', 'cancel'),
      killAt: fc.oneof(fc.nat(12), fc.constant(1_000)),
    }),
  },
) as fc.Arbitrary<Event>;
export const untold = fc.record({
  kind: fc.constantFrom('delete', 'reassociate', 'untag'),
  pick,
}) as fc.Arbitrary<Event>;

class Killed extends Error {}

export interface Scene {
  readonly crm: FakeCrm;
  readonly clock: Clock;
  readonly deals: Map<number, FakeDeal>;
  writesLeft: number;
  nextDeal: number;
}

export function sceneOf(start: number): Scene {
  const clock = { now: 1_000 * hour };
  const scene: Scene = {
    crm: undefined as unknown as FakeCrm,
    clock,
    deals: new Map(),
    writesLeft: 1e9,
    nextDeal: 1,
  };
  const crm = fakeCrm({
    companies: [{ id: '900' }, { id: '901' }, ...partners.map((id) => ({ id, partnerType: 'si' as const }))],
    settings: { homeCurrency: 'EUR' },
    portfolio: {
      payloadLimit: 260,
      listPage: 3,
      searchPage: 4,
      now: () => clock.now,
      onCall: () => void (clock.now += 400),
      onWrite: () => {
        if (scene.writesLeft-- <= 0) throw new Killed();
      },
    },
  });
  Object.assign(scene, { crm });
  for (let made = 0; made < start; made++) createDeal(scene, made);
  return scene;
}

function createDeal(scene: Scene, pick: number): void {
  const id = scene.nextDeal;
  scene.nextDeal += 1 + (pick % 3);
  keep(scene, {
    id: String(id),
    amountMinor: 100 * pick,
    companies: ['900'],
    createdAt: 990 * hour,
    outcome: pick % 2 === 0 ? 'won' : 'open',
    closeAt: 999 * hour,
  });
}

function keep({ crm, deals }: Scene, deal: FakeDeal, quietly?: 'quietly'): void {
  deals.set(Number(deal.id), deal);
  crm.addDeal(deal, quietly);
}

export async function happen(scene: Scene, event: Event): Promise<void> {
  const { crm, clock, deals } = scene;
  const any = <Value>(values: Iterable<Value>): Value | undefined => {
    const all = [...values];
    return all[event.pick % Math.max(1, all.length)];
  };
  const deal = any(deals.values());
  const tag = any(crm.records.values());
  switch (event.kind) {
    case 'create':
      return createDeal(scene, event.pick);
    case 'update':
      return (
        deal && keep(scene, { ...deal, amountMinor: event.pick, lossReason: 'x'.repeat(event.pick % 90) })
      );
    case 'reassociate':
      return deal && keep(scene, { ...deal, companies: [event.pick % 2 ? '900' : '901'] }, 'quietly');
    case 'delete':
      if (deal) crm.removeDeal(deal.id);
      return void deals.delete(Number(deal?.id));
    case 'company':
      return crm.addCompany({ id: String(900 + (event.pick % 40)), employees: event.pick });
    case 'tag': {
      const partner = any(partners) ?? '801';
      const full = fullInvolvement({ deal: deal?.id ?? '1', customer: '900', partner }, 998 * hour);
      await crm.createInvolvement(full, {
        involvement: '2-1',
        involvementToDeal: 1,
        involvementToAccount: 2,
        involvementToPartner: 3,
      });
      return;
    }
    case 'retag':
      if (tag) await crm.updateInvolvement(tag, { ...tag, tier: event.pick % 2 ? 'source' : 'assist' });
      return;
    case 'untag':
      if (tag) await crm.removeInvolvement(tag.id);
      return;
    case 'wait':
      clock.now += event.pick % 2 ? 70_000 : 2 * hour;
      return;
    case 'step':
    case 'both': {
      scene.writesLeft = event.killAt;
      const workers =
        event.kind === 'both' ? [ann, event.pick % 2 ? ben : ann] : [event.pick % 3 ? ann : ben];
      const steps = workers.map((worker) =>
        stepOf(crm, clock, event.want, worker).catch((error: unknown) => {
          if (!(error instanceof Killed) && !isLate(error)) throw error;
        }),
      );
      await Promise.all(steps);
      scene.writesLeft = 1e9;
    }
  }
}

const isLate = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'out_of_time';

/** Every record as a full read gives it now, in the values that a segment keeps. */
export function freshRows({ crm, deals }: Scene): Record<Table, readonly TableRow[]> {
  const companies: CompanyRow[] = [];
  void crm.walkCompanies((row) => companies.push(row), null);
  const rows: Record<Table, readonly TableRow[]> = {
    deals: [...deals.values()].map(dealRowOf),
    involvements: [...crm.records.values()].map(involvementRowOf),
    companies,
  };
  const kept = (table: Table): readonly TableRow[] => {
    const inOrder = [...rows[table]].sort((one, other) => Number(one.id) - Number(other.id));
    return rowsOfBytes(table, bytesOfRows(table, inOrder)) ?? [];
  };
  return { deals: kept('deals'), involvements: kept('involvements'), companies: kept('companies') };
}
