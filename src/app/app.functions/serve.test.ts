import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { env } from 'node:process';
import * as z from 'zod/mini';
import { Problem } from '#contract/problem';
import { serve } from './serve.ts';

const input = z.object({
  portalId: z.number(),
  note: z.optional(z.string().check(z.maxLength(3, 'is too long'))),
  days: z.optional(z.array(z.int().check(z.gte(0), z.lte(9)))),
});
const parameters = { portalId: 1 };

test('a value comes back in an envelope', async () => {
  const main = serve(input, (crm) => Promise.resolve(crm.portalId));
  expect(await main({ parameters })).toEqual({ ok: true, value: 1 });
});

test('wrong parameters name the field at fault, and the use case never runs', async () => {
  const useCase = jest.fn();
  const reply = await serve(input, useCase)({ parameters: { ...parameters, note: 'long' } });
  expect(reply).toMatchObject({ ok: false, problem: { code: 'invalid_input', field: 'note' } });
  expect(useCase).not.toHaveBeenCalled();
  expect(await serve(input, useCase)({})).toMatchObject({ ok: false });
});

test.each([
  ['portalId', { portalId: '1' }, 'portalId: Invalid input: expected number, received string.'],
  ['portalId', undefined, 'portalId: Invalid input: expected number, received undefined.'],
  ['note', { portalId: 1, note: 'long' }, 'note: is too long.'],
  ['days.1', { portalId: 1, days: [0, -1] }, 'days.1: Too small: expected number to be >=0.'],
  ['days.0', { portalId: 1, days: [10] }, 'days.0: Too big: expected number to be <=9.'],
])('the sentence says in words what is wrong with %s', async (field, given, ending) => {
  const sentence = `Something in this request is not valid. ${ending}`;
  const reply = await serve(input, jest.fn())({ parameters: given });
  expect(reply).toEqual({ ok: false, problem: { code: 'invalid_input', sentence, field } });
});

test('a problem comes back as its sentence and field', async () => {
  const main = serve(input, () => Promise.reject(new Problem('origin_taken', { field: 'origin' })));
  expect(await main({ parameters })).toMatchObject({ problem: { code: 'origin_taken', field: 'origin' } });
});

test('anything else is logged under a reference and says nothing of itself', async () => {
  const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const reply = await serve(input, () => Promise.reject(new Error('secret-token at line 7')))({ parameters });
  expect(reply).toMatchObject({ ok: false, problem: { code: 'unexpected' } });
  expect(JSON.stringify(reply)).not.toContain('secret');
  const reference = reply.ok ? undefined : reply.problem.reference;
  expect(logged.mock.calls[0]?.[0]).toContain(reference);
  logged.mockRestore();
});

describe('against an API that answers with a page of its own', () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer((_request, response) => response.writeHead(200).end('{"unexpected":"shape"}'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    env['HUBSPOT_API_URL'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    delete env['HUBSPOT_API_URL'];
    server.closeAllConnections();
    server.close();
  });

  test('the function still answers in an envelope', async () => {
    const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const main = serve(input, (crm) => crm.deal('1'));
    expect(await main({ parameters })).toMatchObject({ ok: false, problem: { code: 'unexpected' } });
    logged.mockRestore();
  });
});
