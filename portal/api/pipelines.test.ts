import { each, testPortal } from './test-portal.ts';
import type { TestPortal } from './test-portal.ts';

const pipelines = '/crm/pipelines/2026-09/deals';
let portal: TestPortal;
beforeEach(() => void (portal = testPortal()));
afterEach(() => portal.close());

const renewals = {
  label: 'Renewals',
  displayOrder: 1,
  stages: [
    { label: 'Won', displayOrder: 1, metadata: { probability: '1.0' } },
    { label: 'Open', displayOrder: 0, metadata: { probability: '0.5' } },
  ],
};

test('a new account has the sales pipeline, with metadata as strings', async () => {
  const { body } = await portal.get(pipelines);
  expect(body.results).toHaveLength(1);
  expect(body.results[0].stages[5]).toMatchObject({
    id: 'closedwon',
    metadata: { isClosed: 'true', probability: '1.0' },
  });
});

test('a new pipeline brings a date-entered property for each stage, and stages in their order', async () => {
  const { status, body } = await portal.post(pipelines, renewals);
  expect(status).toBe(201);
  expect(each(body.stages, 'label')).toEqual(['Open', 'Won']);
  const [open, won] = each(body.stages, 'id') as string[];
  const id = await portal.add('deals', { pipeline: body.id, dealstage: open });
  await portal.patch(`/crm/objects/2026-09/deals/${id}`, { properties: { dealstage: won } });
  const entered = `hs_v2_date_entered_${won}`;
  const read = await portal.get(`/crm/objects/2026-09/deals/${id}?properties=${entered},hs_is_closed_won`);
  expect(read.body.properties).toMatchObject({
    [entered]: '2026-09-15T12:00:00.000Z',
    hs_is_closed_won: 'true',
  });
  const astray = { properties: { pipeline: 'default', dealstage: open } };
  expect((await portal.post('/crm/objects/2026-09/deals', astray)).status).toBe(400);
});

test('a stage id keeps its case in the names of its properties', async () => {
  const stages = [{ stageId: 'Pilot-A', label: 'Pilot', displayOrder: 0, metadata: { probability: '0.5' } }];
  await portal.post(pipelines, { pipelineId: 'P1', label: 'Pilots', displayOrder: 1, stages });
  const id = await portal.add('deals', { dealstage: 'Pilot-A', DEALNAME: 'Upper' });
  const read = await portal.get(
    `/crm/objects/2026-09/deals/${id}?properties=hs_v2_date_entered_Pilot-A,DealName`,
  );
  expect(read.body.properties).toMatchObject({
    'hs_v2_date_entered_Pilot-A': '2026-09-15T12:00:00.000Z',
    dealname: 'Upper',
  });
  const entered = { propertyName: 'hs_v2_date_entered_Pilot-A', operator: 'HAS_PROPERTY' };
  const found = await portal.post('/crm/objects/2026-09/deals/search', {
    filterGroups: [{ filters: [entered] }],
  });
  expect(found.body.total).toBe(1);
  const odd = { label: 'Odd', displayOrder: 9, stageId: `a"b'`, metadata: { probability: '0.1' } };
  expect((await portal.post(`${pipelines}/P1/stages`, odd)).status).toBe(400);
});

test('a stage in use, or its pipeline, cannot be deleted', async () => {
  const id = await portal.add('deals', { dealstage: 'contractsent' });
  const stage = `${pipelines}/default/stages/contractsent`;
  expect(await portal.remove(stage)).toMatchObject({ status: 400, body: { subCategory: 'STAGE_ID_IN_USE' } });
  expect((await portal.remove(`${pipelines}/default`)).status).toBe(400);
  await portal.remove(`/crm/objects/2026-09/deals/${id}`);
  expect((await portal.remove(stage)).status).toBe(204);
  expect((await portal.get(stage)).status).toBe(404);
});

test('stages are added, read and changed; a deal stage needs a probability', async () => {
  const stages = `${pipelines}/default/stages`;
  const { body } = await portal.post(stages, {
    label: 'Pilot',
    displayOrder: 2,
    metadata: { probability: '0.5' },
  });
  expect(body.metadata).toEqual({ probability: '0.5', isClosed: 'false' });
  expect((await portal.post(stages, { label: 'Odd', displayOrder: 2 })).status).toBe(400);
  await portal.patch(`${stages}/${body.id}`, { label: 'Trial' });
  expect((await portal.get(`${stages}/${body.id}`)).body.label).toBe('Trial');
  expect((await portal.get(stages)).body.results).toHaveLength(8);
});

test('pipelines are renamed and deleted; two cannot share a label', async () => {
  const { body } = await portal.post(pipelines, renewals);
  expect((await portal.post(pipelines, renewals)).status).toBe(409);
  expect((await portal.patch(`${pipelines}/${body.id}`, { label: 'Renewal' })).body.label).toBe('Renewal');
  expect((await portal.remove(`${pipelines}/${body.id}`)).status).toBe(204);
  expect((await portal.get(`${pipelines}/${body.id}`)).status).toBe(404);
});
