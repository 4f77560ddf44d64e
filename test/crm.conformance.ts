import { fullInvolvement, type Bench } from '#test/conformance-bench';
import type { NewInvolvement } from '#domain/involvement';
import { defaultSettings } from '#domain/settings';
import type { Crm, Installed } from '#usecases/crm';
import { installSchema } from '#usecases/install-schema';
import { readDealCard } from '#usecases/read-deal-card';
import { removeInvolvement } from '#usecases/remove-involvement';
import { restoreInvolvement } from '#usecases/restore-involvement';
import { tagPartner } from '#usecases/tag-partner';

const now = Date.UTC(2026, 8, 30, 12, 30);
const actor = { userId: 1, email: 'sam@example.com', name: 'Sam' };
const reading = { homeCurrency: 'EUR', stages: [], outcomes: {} };

/** What every implementation of the port must do: one suite for the CRM in memory, the portal, and a real sandbox. */
export function crmConformance(open: () => Promise<Bench>): void {
  let bench: Bench;
  let crm: Crm;
  let installed: Installed;
  let customer: string;
  let partner: string;
  let deal: string;

  beforeAll(async () => {
    bench = await open();
    crm = bench.crm;
    await installSchema(crm, 'EUR');
    installed = await crm.installed();
  }, 60_000);
  afterAll(() => bench.close());
  beforeEach(async () => {
    customer = await bench.company({ name: 'Customer' });
    partner = await bench.company({ name: 'Norvik Systems', partnerType: 'si' });
    deal = await bench.deal({ companies: [customer], amount: 1234.5 });
  });

  const full = () => fullInvolvement({ deal, customer, partner }, now);
  const create = async (more: Partial<NewInvolvement> = {}): Promise<string> => {
    const id = await crm.createInvolvement({ ...full(), ...more }, installed.address);
    if (id === null) throw new Error('the key was taken');
    return id;
  };

  test('a second install changes nothing', async () => {
    expect((await installSchema(crm, 'USD')).created).toEqual([]);
    expect(await crm.installed()).toEqual(installed);
  });

  test('every field of an involvement survives the way into the CRM and back', async () => {
    const id = await create();
    expect(await crm.involvements([id])).toEqual([{ ...full(), id }]);
    expect(await crm.involvementOf(deal, partner)).toEqual({ ...full(), id });
  });

  test('what is empty stays empty', async () => {
    const bare: Partial<NewInvolvement> = {
      accountId: null,
      roles: [],
      stages: [],
      enteredOn: null,
      exitedOn: null,
      exitReason: null,
      statusReason: null,
      statusChangedAt: null,
      share: null,
      evidenceType: null,
      evidence: null,
      history: [],
    };
    const id = await create(bare);
    expect(await crm.involvements([id])).toEqual([{ ...full(), ...bare, id }]);
    const before = { ...full(), ...bare, id };
    await crm.updateInvolvement(before, { ...before, ...full() });
    await crm.updateInvolvement({ ...before, ...full() }, before);
    expect(await crm.involvements([id])).toEqual([before]);
  });

  test('a deal has its tags at once, by association, without search', async () => {
    const id = await create();
    expect(await crm.deal(deal)).toMatchObject({
      id: deal,
      primaryCompanyId: customer,
      companyIds: [customer],
      involvementIds: [id],
      outcome: 'open',
    });
    expect((await crm.involvementsOfDeals([deal])).rows).toEqual([]);
  });

  test('deal and partner have one record: a second is refused, also after a change', async () => {
    await create();
    expect(await crm.createInvolvement(full(), installed.address)).toBeNull();
  });

  test('a removed involvement is gone, can still be read, and its key is free', async () => {
    const id = await create();
    await crm.removeInvolvement(id);
    expect(await crm.involvements([id])).toEqual([]);
    expect(await crm.involvementOf(deal, partner)).toBeNull();
    expect((await crm.deal(deal))?.involvementIds).toEqual([]);
    expect((await crm.removedInvolvement(id))?.involvement).toEqual({ ...full(), id });
    expect(await create()).not.toBe(id);
  });

  test('the mirror is read back with the deal, and cleared again', async () => {
    const mirror = { answer: 'tagged', tier: 'co_sell', origin: 'Norvik Systems', count: 2 } as const;
    expect(await crm.writeMirror(deal, mirror)).toBeNull();
    expect((await crm.deal(deal))?.mirror).toEqual(mirror);
    const none = { answer: 'none', tier: null, origin: null, count: 0 } as const;
    await crm.writeMirror(deal, none);
    expect((await crm.deal(deal))?.mirror).toEqual(none);
  });

  test('what does not exist is absent, and is no failure', async () => {
    expect(await crm.deal('999999999')).toBeNull();
    expect(await crm.companies(['999999999'])).toEqual([]);
    expect(await crm.involvements([])).toEqual([]);
    expect(await crm.removedInvolvement('999999999')).toBeNull();
  });

  test('companies say whether they are partners', async () => {
    const companies = await crm.companies([customer, partner]);
    expect(companies.map(({ partnerType }) => partnerType).sort()).toEqual(['si', null].sort());
  });

  test('search finds tags by account, by company and by deal, and partners by a part of their name', async () => {
    const id = await create();
    await bench.settle();
    const ids = (found: { rows: readonly { id: string | number }[] }) =>
      found.rows.map((row) => String(row.id));
    expect(ids(await crm.involvementsOfAccounts([customer, '1']))).toEqual([id]);
    expect(ids(await crm.involvementsWith(customer))).toEqual([id]);
    expect(ids(await crm.involvementsWith(partner))).toEqual([id]);
    expect(ids(await crm.involvementsOfDeals([deal]))).toEqual([id]);
    expect(ids(await crm.dealsOfCompany(customer, reading))).toEqual([deal]);
    const { partners, total } = await crm.findPartners('norv', 1);
    expect(partners).toHaveLength(1);
    expect(partners[0]).toMatchObject({ name: 'Norvik Systems', partnerType: 'si' });
    expect(total).toBeGreaterThanOrEqual(1);
    expect((await crm.findPartners('SYSTEMS norvik', 5)).partners[0]?.name).toBe('Norvik Systems');
    expect(await crm.findPartners('**', 5)).toEqual({ partners: [], total: 0 });
  });

  test('a deal comes in minor units of the home currency, with its account', async () => {
    expect(await crm.deals([deal], reading)).toMatchObject([
      { id: Number(deal), amountMinor: 123_450, account: customer, foreignAmount: false, outcome: 'open' },
    ]);
  });

  test('a walk meets every record, or says that its time ended', async () => {
    await create();
    const deals: number[] = [];
    const walk = await crm.walkDeals(reading, (row) => deals.push(row.id), null);
    expect(walk).toEqual({ read: deals.length, complete: true });
    expect(deals).toContain(Number(deal));
    const tags: string[] = [];
    await crm.walkInvolvements((row) => tags.push(row.partnerId), null);
    expect(tags).toContain(partner);
    expect(await crm.walkCompanies(() => undefined, 0)).toEqual({ read: 0, complete: false });
  });

  test('settings come back as they were saved', async () => {
    const settings = {
      ...defaultSettings,
      landmarkStage: 'x',
      confirmers: ['pat@example.com'],
      grossMargin: 0.7,
    };
    const next = { ...installed, settings, version: installed.version + 1, savedAt: now, savedBy: 'Pat' };
    await crm.saveInstalled(next);
    expect(await crm.installed()).toEqual(next);
    await crm.saveInstalled(installed);
  });

  test('a tag is made, removed and brought back, and the deal follows', async () => {
    const message = { portalId: crm.portalId, dealId: deal, actor };
    const { involvement } = await tagPartner(crm, { ...message, partnerId: partner, tier: 'source' }, now);
    const involvementId = involvement?.id ?? '';
    expect((await crm.deal(deal))?.mirror).toMatchObject({ tier: 'source', count: 1 });
    await removeInvolvement(crm, { ...message, involvementId });
    expect((await crm.deal(deal))?.mirror).toMatchObject({ answer: 'unanswered', tier: null, count: 0 });
    await restoreInvolvement(crm, { ...message, involvementId }, now + 1);
    const card = await readDealCard(crm, message, now + 2);
    expect(card.involvements).toMatchObject([
      { partnerName: 'Norvik Systems', taggedAt: involvement?.taggedAt },
    ]);
    expect(card.flags).not.toContainEqual(expect.objectContaining({ code: 'mirror_behind' }));
  });
}
