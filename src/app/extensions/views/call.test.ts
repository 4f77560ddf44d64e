import { callOf } from './call.ts';

const input = { portalId: 123, dealId: '601' };

describe('a call', () => {
  it('hands the parameters to the function and its envelope back', async () => {
    const asked: unknown[] = [];
    const call = callOf((uid, options) => {
      asked.push([uid, options.parameters]);
      return Promise.resolve({ ok: true, value: 'the card' });
    });
    expect(await call('read_deal_card', input)).toEqual({ ok: true, value: 'the card' });
    expect(asked).toEqual([['read_deal_card', input]]);
  });

  it('hands a refusal back as it is', async () => {
    const refusal = { ok: false, problem: { code: 'crm_busy', sentence: 'HubSpot is busy.', field: 'tier' } };
    const call = callOf(() => Promise.resolve(refusal));
    expect(await call('read_deal_card', input)).toEqual(refusal);
  });

  it.each([
    ['times out', new Error('Function timed out after 15 s'), 'out_of_time', 'did not answer in time'],
    ['is missing', new Error('Function not found'), 'unexpected', 'could not be reached'],
    ['rejects with text', 'gone', 'unexpected', 'could not be reached'],
  ])('makes a sentence of a function that %s, without its text', async (_, rejection, code, sentence) => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a host may reject with text
    const reply = await callOf(() => Promise.reject(rejection))('read_deal_card', input);
    expect(reply).toMatchObject({ ok: false, problem: { code } });
    expect(JSON.stringify(reply)).toContain(sentence);
    expect(JSON.stringify(reply)).not.toContain('not found');
  });

  it.each([
    null,
    undefined,
    'text',
    7,
    {},
    { ok: true },
    { ok: false },
    { ok: false, problem: null },
    { ok: 1 },
  ])('makes a sentence of an answer that is no envelope: %j', async (answer) => {
    const reply = await callOf(() => Promise.resolve(answer))('read_deal_card', input);
    expect(reply).toMatchObject({ ok: false, problem: { code: 'unexpected' } });
  });
});
