import { companyOf, dealRowOf, involvementOf, involvementRowOf } from '#crm/rows';
import { installedOf, settingsText } from '#crm/settings-record';
import { defaultSettings } from '#domain/settings';

const reading = { homeCurrency: 'EUR', stages: ['demo'], outcomes: { lostStage: 'lost' } } as const;
const deal = (properties: Record<string, string | null>) => dealRowOf({ id: '601', properties }, reading);

test('amounts are taken in the home currency, and only there', () => {
  const amounts = (properties: Record<string, string>) => {
    const { amountMinor, foreignAmount } = deal(properties);
    return [amountMinor, foreignAmount];
  };
  expect(amounts({ amount: '12.345', deal_currency_code: 'EUR' })).toEqual([1235, false]);
  expect(amounts({ amount: '12.345' })).toEqual([1235, false]);
  expect(amounts({ amount: '10', deal_currency_code: 'USD', amount_in_home_currency: '9' })).toEqual([
    900,
    false,
  ]);
  expect(amounts({ amount: '10', deal_currency_code: 'USD' })).toEqual([null, true]);
  expect(amounts({ deal_currency_code: 'USD' })).toEqual([null, false]);
  expect(amounts({ amount: 'abc' })).toEqual([null, false]);
});

test('the weighted amount is what HubSpot projects, else amount times probability', () => {
  const weighted = (properties: Record<string, string>) => deal(properties).weightedMinor;
  expect(weighted({ amount: '100', hs_deal_stage_probability: '0.2' })).toBe(2000);
  expect(weighted({ amount: '100', hs_projected_amount_in_home_currency: '33' })).toBe(3300);
  expect(weighted({ amount: '100' })).toBeNull();
});

test('a deal says its outcome itself; one that does not is judged by its stage', () => {
  const outcome = (properties: Record<string, string | null>) => deal(properties).outcome;
  expect(outcome({ hs_is_closed_won: 'true', hs_is_closed: 'true' })).toBe('won');
  expect(outcome({ hs_is_closed_won: 'false', hs_is_closed: 'true' })).toBe('lost');
  expect(outcome({ hs_is_closed: 'false' })).toBe('open');
  expect(outcome({ hs_is_closed: null, dealstage: 'lostStage' })).toBe('lost');
  expect(outcome({})).toBe('open');
});

test('instants come as ISO text or epoch milliseconds, and stages never entered are absent', () => {
  const row = deal({
    createdate: '2026-01-01T00:00:00.000Z',
    closedate: '1767225600000',
    hs_v2_date_entered_demo: '',
  });
  expect(row.createdAt).toBe(row.closeAt);
  expect(row.stageEnteredAt).toEqual({});
  const entered = deal({
    hs_v2_date_entered_demo: '2026-01-01T00:00:00Z',
    hs_v2_cumulative_time_in_demo: '5000',
  });
  expect(entered.stageEnteredAt).toEqual({ demo: row.createdAt });
  expect(entered.timeInStage).toEqual({ demo: 5000 });
});

test('values outside the vocabulary, and lines that somebody broke, do not reach the domain', () => {
  const properties = {
    deal_id: '601',
    partner_id: '88',
    tier: 'gold',
    roles: 'introducer;juggler',
    share: 'half',
    entered_on: 'soon',
    history: '{"at":"2026-01-01T00:00:00Z","by":"a","what":"tagged"}\nbroken\n{"at":1}',
  };
  expect(involvementOf({ id: '1', properties })).toMatchObject({
    tier: 'assist',
    roles: ['introducer'],
    share: null,
    enteredOn: null,
    history: [{ by: 'a', what: 'tagged' }],
  });
  expect(companyOf({ id: '7', properties: { partner_type: 'friend' } })).toMatchObject({
    name: '7',
    partnerType: null,
  });
});

test('a record without a deal or a partner says nothing', () => {
  expect(involvementOf({ id: '1', properties: { deal_id: '601' } })).toBeNull();
  expect(involvementRowOf({ id: '1', properties: { partner_id: '88' } })).toBeNull();
});

test('settings that were edited by hand are not trusted', () => {
  const address = {
    involvement: '2-1',
    involvementToDeal: 1,
    involvementToAccount: 2,
    involvementToPartner: 3,
  };
  const text = settingsText({ settings: defaultSettings, version: 1, savedAt: null, savedBy: null, address });
  expect(installedOf(text).settings).toEqual(defaultSettings);
  const edited = { ...text, payload: text['payload']?.replace('EUR', 'USD') };
  expect(() => installedOf(edited)).toThrow('damaged');
  expect(() => installedOf({})).toThrow('damaged');
});
