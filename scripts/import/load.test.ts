import { hubspotCrm } from '#crm/hubspot-crm';
import type { Crm } from '#usecases/crm';
import { startPortal, type Portal } from '#portal/portal';
import { installSchema } from '#usecases/install-schema';
import type { Dataset, DealRecord } from './dataset.ts';
import { request } from './door.ts';
import { load, type Loaded } from './load.ts';

const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`);

const deal = (id: string, stage: string, more: Partial<DealRecord> = {}): DealRecord => ({
  id,
  pipeline: 'Enterprise',
  stage,
  properties: {
    dealname: id,
    amount: '100',
    createdate: '2026-01-05T00:00:00.000Z',
    closedate: '2026-03-05T00:00:00.000Z',
  },
  stageEntered: new Map(),
  owner: 'Ana Lopez',
  primaryCompanyId: '70',
  otherCompanyIds: ['90'],
  answer: 'unanswered',
  ...more,
});

const dataset: Dataset = {
  homeCurrency: 'EUR',
  stages: [
    { pipeline: 'Enterprise', stage: 'Signed', outcome: 'won', probability: null },
    { pipeline: 'Enterprise', stage: 'Talks', outcome: 'open', probability: 0.3 },
    { pipeline: 'Sales Pipeline', stage: 'Closed Won', outcome: 'won', probability: null },
    { pipeline: 'Sales Pipeline', stage: 'Legal (Sales Pipeline)', outcome: 'open', probability: null },
  ],
  companies: [
    { id: '70', properties: { name: 'Acme' } },
    { id: '90', properties: { name: 'Nordlicht', partner_type: 'reseller' } },
  ],
  contacts: [],
  deals: [
    deal('1', 'Signed', {
      stageEntered: new Map([['Talks', day('2026-02-01')]]),
      timeInStage: new Map([['Talks', 86_400_000]]),
    }),
    deal('2', 'Talks', { answer: 'none' }),
    deal('3', 'Closed Won', { pipeline: 'Sales Pipeline', owner: null }),
    deal('4', 'Legal (Sales Pipeline)', { pipeline: 'Sales Pipeline', answer: 'tagged' }),
  ],
  involvements: [
    {
      dealId: '1',
      accountId: '70',
      partnerId: '90',
      partnerName: 'Nordlicht',
      tier: 'source',
      origin: true,
      roles: ['originator'],
      stages: [],
      enteredOn: 20_000,
      exitedOn: null,
      exitReason: null,
      status: 'confirmed',
      statusReason: null,
      statusChangedAt: null,
      share: 40,
      evidenceType: null,
      evidence: null,
      taggedAt: day('2026-02-03'),
      taggedBy: 'import',
      taggedFrom: 'import',
      history: [],
    },
  ],
};

let portal: Portal;
let crm: Crm;
let loaded: Loaded;

beforeAll(async () => {
  portal = await startPortal({ buildDir: null, rateLimits: false, quiet: true });
  crm = hubspotCrm({ ...portal, baseUrl: portal.url, now: Date.now, limits: 'off' });
  const { address } = await installSchema(crm);
  loaded = await load(dataset, portal, address);
});
afterAll(() => portal.close());

const propertiesOf = async (id: string, ...names: string[]): Promise<Record<string, string | null>> => {
  const path = `/crm/objects/2026-09/deals/${id}?properties=${names.join(',')}`;
  return (await request<{ properties: Record<string, string | null> }>(portal, 'GET', path)).properties;
};

test('pipelines and stages that the portal lacks are made, and that is said', async () => {
  expect(loaded.refused).toEqual([]);
  expect(loaded.notes).toEqual([
    'Pipeline made: Enterprise: Talks (open, 30 %), Signed (won).',
    'Stages added to the pipeline Sales Pipeline: Legal (open, 50 % assumed).',
  ]);
  const pipelines = await crm.pipelines();
  const enterprise = pipelines.find(({ label }) => label === 'Enterprise');
  expect(enterprise?.stages.map(({ label, outcome }) => [label, outcome])).toEqual([
    ['Talks', 'open'],
    ['Signed', 'won'],
  ]);
});

test('deals keep their dates and stand in the stages that their labels mean', async () => {
  const stages = (await crm.pipelines()).flatMap((pipeline) => pipeline.stages);
  const talks = stages.find(({ label }) => label === 'Talks');
  const entered = `hs_v2_date_entered_${talks?.id ?? ''}`;
  const timeIn = `hs_v2_cumulative_time_in_${talks?.id ?? ''}`;
  expect(
    await propertiesOf('1', 'createdate', 'closedate', 'hs_is_closed_won', entered, timeIn),
  ).toMatchObject({
    createdate: '2026-01-05T00:00:00.000Z',
    closedate: '2026-03-05T00:00:00.000Z',
    hs_is_closed_won: 'true',
    [entered]: '2026-02-01T00:00:00.000Z',
    [timeIn]: '86400000',
  });
  expect(await propertiesOf('3', 'dealstage')).toMatchObject({ dealstage: 'closedwon' });
});

test('the deal says what its tags say; without tags only "no partner" is an answer', async () => {
  const names = ['partner_answer', 'partner_count', 'partner_tier', 'partner_origin'];
  expect(await propertiesOf('1', ...names)).toMatchObject({
    partner_answer: 'tagged',
    partner_count: '1',
    partner_tier: 'source',
    partner_origin: 'Nordlicht',
  });
  expect(await propertiesOf('2', ...names)).toMatchObject({ partner_answer: 'none', partner_count: '0' });
  expect(await propertiesOf('4', ...names)).toMatchObject({
    partner_answer: 'unanswered',
    partner_count: '0',
  });
});

test('the app finds tag, customer and partner by association, and the time of the tag is kept', async () => {
  const read = await crm.deal('1');
  expect(read).toMatchObject({ primaryCompanyId: '70', mirror: { answer: 'tagged', count: 1 } });
  expect([...(read?.companyIds ?? [])].sort()).toEqual(['70', '90']);
  const [tag] = await crm.involvements(read?.involvementIds ?? []);
  expect(tag).toMatchObject({
    partnerId: '90',
    accountId: '70',
    share: 40,
    taggedFrom: 'import',
    taggedAt: day('2026-02-03'),
  });
});

test('owners who are known by name only become owners', async () => {
  const { hubspot_owner_id: id } = await propertiesOf('1', 'hubspot_owner_id');
  expect(await request(portal, 'GET', `/crm/owners/2026-09/${id}`)).toMatchObject({
    firstName: 'Ana',
    lastName: 'Lopez',
  });
});
