import { fakeCrm } from '#test/fake-crm';
import { defaultSettings } from '#domain/settings';
import { installSchema } from '#usecases/install-schema';
import { readSettings } from '#usecases/read-settings';
import { saveSettings } from '#usecases/save-settings';

const now = Date.UTC(2026, 8, 30);
const actor = { userId: 1, email: 'pat@example.com', name: 'Pat' };
const pipelines = [
  { id: 'default', label: 'Sales', stages: [{ id: 'demo', label: 'Demo', outcome: 'open' as const }] },
];

test('saved settings are read back with who saved them and when', async () => {
  const crm = fakeCrm({ pipelines });
  const settings = { ...defaultSettings, landmarkStage: 'demo' };
  await saveSettings(crm, { portalId: 1, actor, settings, version: 1 }, now);
  expect(await readSettings(crm)).toMatchObject({
    settings,
    version: 2,
    savedBy: 'pat@example.com',
    savedAt: '2026-09-30T00:00:00.000Z',
    pipelines: [{ id: 'default', stages: [{ id: 'demo', closed: false }] }],
  });
});

test('a save over newer settings is refused, and nothing changes', async () => {
  const crm = fakeCrm({ pipelines });
  const input = { portalId: 1, actor, settings: defaultSettings, version: 1 };
  await saveSettings(crm, input, now);
  await expect(saveSettings(crm, input, now)).rejects.toMatchObject({ code: 'settings_changed' });
  expect((await readSettings(crm)).version).toBe(2);
});

test('a landmark stage that no pipeline has is refused at its field', async () => {
  const input = { portalId: 1, actor, settings: { ...defaultSettings, landmarkStage: 'gone' }, version: 1 };
  await expect(saveSettings(fakeCrm({ pipelines }), input, now)).rejects.toMatchObject({
    code: 'invalid_input',
    field: 'settings.landmarkStage',
  });
});

test('before the install every verb says so; a second install changes nothing', async () => {
  const crm = fakeCrm({ isInstalled: false });
  await expect(readSettings(crm)).rejects.toMatchObject({ code: 'not_installed' });
  const first = await installSchema(crm, 'USD');
  expect(first.kept).toEqual([]);
  expect((await readSettings(crm)).settings.homeCurrency).toBe('USD');
  const second = await installSchema(crm, 'EUR');
  expect(second.created).toEqual([]);
  expect(second.address).toEqual(first.address);
  expect((await readSettings(crm)).settings.homeCurrency).toBe('USD');
});

test('the install repairs what is missing and keeps what an admin added', async () => {
  const crm = fakeCrm({ isInstalled: false });
  await installSchema(crm);
  await crm.schema.setOptions('companies', 'partner_type', [
    { value: 'si', label: 'SI' },
    { value: 'own', label: 'Our own' },
  ]);
  const { created } = await installSchema(crm);
  expect(created).toEqual(['companies: property partner_type: missing options']);
  const options = (await crm.schema.properties('companies')).get('partner_type');
  expect(options).toContain('own');
  expect(options).toContain('hyperscaler');
});

test("the first settings know HubSpot's own deal stages, and leave the others to the admin", async () => {
  const stages = [
    { id: 'contractsent', label: 'Contract sent', outcome: 'open' as const },
    { id: 'own', label: 'Our own', outcome: 'open' as const },
    { id: 'signed', label: 'Signed', outcome: 'won' as const },
  ];
  const crm = fakeCrm({ isInstalled: false, pipelines: [{ id: 'default', label: 'Sales', stages }] });
  await installSchema(crm);
  expect((await readSettings(crm)).settings.lifeCycleOf).toEqual({
    contractsent: 'decide',
    signed: 'onboard',
  });
});
