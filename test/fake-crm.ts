import { Problem } from '#contract/problem';
import type { DealMirror } from '#domain/deal-mirror';
import type { Involvement } from '#domain/involvement';
import { defaultSettings } from '#domain/settings';
import { involvementRowOf } from '#domain/involvement-row';
import { fakePortfolio, type FakePortfolio } from '#test/fake-portfolio';
import { fakeSchema } from '#test/fake-schema';
import {
  companyOf,
  dealRowOf,
  emptyMirror,
  type FakeCompany,
  type FakeDeal,
  type World,
} from '#test/fake-world';
import type { Crm, Deal, Installed, RemovedInvolvement } from '#usecases/crm';
import type { Table } from '#usecases/crm/portfolio';

export interface FakeCrm extends Crm {
  /** Names of the calls so far, in order. */
  readonly calls: string[];
  readonly mirrors: Map<string, DealMirror>;
  readonly records: Map<string, Involvement>;
  readonly portfolio: FakePortfolio;
  addCompany(company: FakeCompany): void;
  /** Quietly: without a change of `hs_lastmodifieddate`, as HubSpot changes an association. */
  addDeal(deal: FakeDeal, quietly?: 'quietly'): void;
  removeDeal(id: string): void;
  /** Search sees what was written before the last of these. */
  settle(): void;
}

/** A CRM in memory behind the same port as HubSpot's. */
export function fakeCrm(world: World = {}): FakeCrm {
  const calls: string[] = [];
  const companies = new Map((world.companies ?? []).map((company) => [company.id, companyOf(company)]));
  const deals = new Map((world.deals ?? []).map((deal) => [deal.id, deal]));
  const mirrors = new Map([...deals.values()].map(({ id, mirror }) => [id, mirror ?? emptyMirror]));
  const records = new Map<string, Involvement>();
  const removed = new Map<string, RemovedInvolvement>();
  let index: Involvement[] = [];
  let installed: Installed | null =
    world.isInstalled === false
      ? null
      : {
          settings: { ...defaultSettings, ...world.settings },
          version: 1,
          savedAt: null,
          savedBy: null,
          address: {
            involvement: '2-1',
            involvementToDeal: 1,
            involvementToAccount: 2,
            involvementToPartner: 3,
          },
        };
  let nextId = 1000;
  const changedAt = new Map<string, number>();
  const touch = (table: Table, id: string) =>
    void changedAt.set(`${table} ${id}`, world.portfolio?.now?.() ?? 1_700_000_000_000);

  const tagsOf = (dealId: string) => [...records.values()].filter((record) => record.dealId === dealId);
  const dealOf = (deal: FakeDeal): Deal => {
    const { outcome, createdAt, closeAt, stage } = dealRowOf(deal);
    const companyIds = deal.companies ?? [];
    const primaryCompanyId = companyIds[0] ?? null;
    const involvementIds = tagsOf(deal.id).map(({ id }) => id);
    const mirror = mirrors.get(deal.id) ?? emptyMirror;
    return {
      id: deal.id,
      outcome,
      createdAt,
      closeAt,
      stage,
      primaryCompanyId,
      companyIds,
      involvementIds,
      mirror,
    };
  };
  const byKey = (dealId: string, partnerId: string) =>
    tagsOf(dealId).find((record) => record.partnerId === partnerId);
  const found = <Row>(rows: readonly Row[], most = Infinity) =>
    Promise.resolve({ rows: rows.length > most ? rows.slice(0, 200) : rows, complete: rows.length <= most });
  const indexed = (matches: (involvement: Involvement) => boolean, most?: number) =>
    found(index.filter(matches), most);
  const walk = <Row>(rows: Iterable<Row>, add: (row: Row) => void, until: number | null) => {
    const all = until === null || until > 0 ? [...rows] : [];
    all.forEach(add);
    return Promise.resolve({ read: all.length, complete: until === null || until > 0 });
  };

  const door: Omit<Crm, 'portalId' | 'schema' | 'portfolio'> = {
    installed: async () => {
      if (!installed) throw new Problem('not_installed');
      return Promise.resolve(installed);
    },
    saveInstalled: (next) => Promise.resolve(void (installed = next)),
    pipelines: () => Promise.resolve(world.pipelines ?? []),
    owners: () => Promise.resolve(world.owners ?? []),
    deal: (id) => {
      const deal = deals.get(id);
      return Promise.resolve(deal ? dealOf(deal) : null);
    },
    writeMirror: (dealId, mirror) => {
      if (world.refusesMirrors?.()) return Promise.resolve(new Problem('crm_refused'));
      mirrors.set(dealId, mirror);
      return Promise.resolve(null);
    },
    involvements: (ids) => Promise.resolve(ids.flatMap((id) => records.get(id) ?? [])),
    involvementOf: (dealId, partnerId) => Promise.resolve(byKey(dealId, partnerId) ?? null),
    removedInvolvement: (id) => Promise.resolve(removed.get(id) ?? null),
    createInvolvement: (involvement) => {
      if (byKey(involvement.dealId, involvement.partnerId)) return Promise.resolve(null);
      const id = String(nextId++);
      records.set(id, { ...involvement, id });
      touch('involvements', id);
      return Promise.resolve(id);
    },
    updateInvolvement: (before, after) => {
      records.set(before.id, after);
      return Promise.resolve(touch('involvements', before.id));
    },
    removeInvolvement: (id) => {
      const involvement = records.get(id);
      if (involvement) removed.set(id, { involvement, removedAt: null });
      records.delete(id);
      return Promise.resolve();
    },
    companies: (ids) => Promise.resolve(ids.flatMap((id) => companies.get(id) ?? [])),
    findPartners: (query, limit) => {
      const words = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      const found = [...companies.values()].filter(
        ({ name, partnerType }) =>
          partnerType !== null &&
          words.length > 0 &&
          words.every((word) => name.toLowerCase().includes(word)),
      );
      return Promise.resolve({ partners: found.slice(0, limit), total: found.length });
    },
    involvementsOfAccounts: (ids) =>
      indexed(({ accountId }) => accountId !== null && ids.includes(accountId)),
    involvementsWith: (id, most) =>
      indexed(({ accountId, partnerId }) => accountId === id || partnerId === id, most),
    involvementsOfDeals: (ids) => indexed(({ dealId }) => ids.includes(dealId)),
    dealsOfCompany: (id, _reading, most) =>
      found([...deals.values()].filter((deal) => deal.companies?.includes(id)).map(dealRowOf), most),
    deals: (ids) => Promise.resolve(ids.flatMap((id) => deals.get(id) ?? []).map(dealRowOf)),
    walkDeals: (_reading, add, until) => walk([...deals.values()].map(dealRowOf), add, until),
    walkInvolvements: (add, until) => walk([...records.values()].map(involvementRowOf), add, until),
    walkCompanies: (add, until) => walk(companies.values(), add, until),
    countDeals: () => Promise.resolve(deals.size),
  };
  const addCompany = (company: FakeCompany) => {
    companies.set(company.id, companyOf(company));
    touch('companies', company.id);
  };
  const addDeal = (deal: FakeDeal, quietly?: 'quietly') => {
    deals.set(deal.id, deal);
    if (!quietly) touch('deals', deal.id);
  };
  const removeDeal = (id: string) => void deals.delete(id);
  const portfolio = fakePortfolio(
    door.installed,
    {
      rows: (table) =>
        table === 'deals'
          ? [...deals.values()].map(dealRowOf)
          : table === 'involvements'
            ? [...records.values()].map(involvementRowOf)
            : [...companies.values()],
      changedAt: (table, id) => changedAt.get(`${table} ${id}`) ?? 0,
    },
    world.portfolio,
  );
  const settle = () => void (index = [...records.values()]);
  return {
    ...noted(door, calls),
    portalId: 1,
    portfolio,
    schema: fakeSchema(),
    calls,
    mirrors,
    records,
    addCompany,
    addDeal,
    removeDeal,
    settle,
  };
}

/** The same door, with the name of each call noted. */
function noted<Door extends object>(door: Door, calls: string[]): Door {
  const members = Object.entries(door).map(([name, member]) => {
    const call = member as (...given: unknown[]) => unknown;
    return [name, (...given: unknown[]) => (calls.push(name), call(...given))];
  });
  return Object.fromEntries(members) as Door;
}
