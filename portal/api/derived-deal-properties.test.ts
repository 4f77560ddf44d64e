import { testPortal } from './test-portal.ts';
import type { TestPortal } from './test-portal.ts';

const deals = '/crm/objects/2026-09/deals';
const day = 86_400_000;
let portal: TestPortal;
beforeEach(() => void (portal = testPortal()));
afterEach(() => portal.close());

const propertiesOf = async (id: string, names: string) =>
  (await portal.get(`${deals}/${id}?properties=${names}`)).body.properties as Record<string, string | null>;

test('an open deal is worth its amount times the probability of its stage', async () => {
  const id = await portal.add('deals', { amount: '1000', dealstage: 'qualifiedtobuy' });
  expect(
    await propertiesOf(
      id,
      'pipeline,hs_is_closed,hs_is_closed_won,hs_is_closed_lost,hs_deal_stage_probability,hs_projected_amount,amount_in_home_currency',
    ),
  ).toMatchObject({
    pipeline: 'default',
    hs_is_closed: 'false',
    hs_is_closed_won: 'false',
    hs_is_closed_lost: 'false',
    hs_deal_stage_probability: '0.4',
    hs_projected_amount: '400',
    amount_in_home_currency: '1000',
  });
});

test('closing sets the close date, even over an expected one', async () => {
  const id = await portal.add('deals', { dealstage: 'contractsent', closedate: '2027-01-01' });
  portal.wait(3 * day + 1000);
  await portal.patch(`${deals}/${id}`, { properties: { dealstage: 'closedwon' } });
  expect(await propertiesOf(id, 'closedate,days_to_close,hs_is_closed_won,hs_closed_won_date')).toMatchObject(
    {
      closedate: '2026-09-18T12:00:01.000Z',
      days_to_close: '3',
      hs_is_closed_won: 'true',
      hs_closed_won_date: '2026-09-18T12:00:01.000Z',
    },
  );
});

test('a close date named in the same write stays, and so does one on a deal that is closed', async () => {
  const id = await portal.add('deals', { dealstage: 'closedwon', closedate: '2026-09-01T00:00:00Z' });
  await portal.patch(`${deals}/${id}`, { properties: { dealstage: 'closedlost' } });
  expect(await propertiesOf(id, 'closedate,hs_is_closed_lost,hs_closed_won_date')).toMatchObject({
    closedate: '2026-09-01T00:00:00.000Z',
    hs_is_closed_lost: 'true',
    hs_closed_won_date: null,
  });
});

test('the stage clock tells when a stage was entered and left, and how long it lasted in all', async () => {
  const id = await portal.add('deals', { dealstage: 'appointmentscheduled' });
  const move = async (dealstage: string) => {
    portal.wait(day);
    await portal.patch(`${deals}/${id}`, { properties: { dealstage } });
  };
  for (const stage of ['qualifiedtobuy', 'appointmentscheduled', 'contractsent']) await move(stage);
  expect(
    await propertiesOf(
      id,
      'hs_v2_date_entered_appointmentscheduled,hs_v2_date_exited_appointmentscheduled,hs_v2_cumulative_time_in_appointmentscheduled,hs_v2_latest_time_in_appointmentscheduled,hs_v2_date_entered_current_stage,hs_v2_date_exited_contractsent',
    ),
  ).toMatchObject({
    hs_v2_date_entered_appointmentscheduled: '2026-09-17T12:00:00.000Z',
    hs_v2_date_exited_appointmentscheduled: '2026-09-18T12:00:00.000Z',
    hs_v2_cumulative_time_in_appointmentscheduled: String(2 * day),
    hs_v2_latest_time_in_appointmentscheduled: String(day),
    hs_v2_date_entered_current_stage: '2026-09-18T12:00:00.000Z',
    hs_v2_date_exited_contractsent: null,
  });
});

test('a foreign amount without a rate has no home amount; binary noise never reaches the cents', async () => {
  const foreign = await portal.add('deals', { amount: '100', deal_currency_code: 'USD' });
  expect((await propertiesOf(foreign, 'amount_in_home_currency'))['amount_in_home_currency']).toBeNull();
  const { body } = await portal.post('/portal/import', {
    objectType: 'deals',
    records: [{ properties: { amount: '1.1', deal_currency_code: 'USD', hs_exchange_rate: '1.1' } }],
  });
  expect(
    (await propertiesOf(String(body.ids[0]), 'amount_in_home_currency'))['amount_in_home_currency'],
  ).toBe('1.21');
});

test('clearing the amount clears what was calculated from it', async () => {
  const id = await portal.add('deals', { amount: '10', dealstage: 'closedwon' });
  await portal.patch(`${deals}/${id}`, { properties: { amount: '' } });
  expect(
    await propertiesOf(id, 'amount_in_home_currency,hs_projected_amount,hs_closed_amount'),
  ).toMatchObject({
    amount_in_home_currency: null,
    hs_projected_amount: null,
    hs_closed_amount: null,
  });
});
