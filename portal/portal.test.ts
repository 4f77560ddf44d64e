import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPortal } from './portal.ts';
import type { Portal } from './portal.ts';

const folder = mkdtempSync(join(tmpdir(), 'portal-'));
let portal: Portal;

const functions = {
  echo: 'exports.main = (context) => context;',
  call_home: `exports.main = async () => {
    const reply = await fetch(process.env.HUBSPOT_API_URL + '/crm/objects/2026-09/deals', {
      headers: { authorization: 'Bearer ' + process.env.PRIVATE_APP_ACCESS_TOKEN },
    });
    return reply.status;
  };`,
  boom: "exports.main = () => { throw new Error('boom'); };",
  slow: 'exports.main = () => new Promise(() => {});',
};

beforeAll(async () => {
  mkdirSync(join(folder, 'app', 'functions'), { recursive: true });
  const app = { uid: 'tiny', type: 'app', config: { name: 'Tiny <app>' } };
  writeFileSync(join(folder, 'app', 'app-hsmeta.json'), JSON.stringify(app));
  for (const [uid, source] of Object.entries(functions)) {
    const meta = { uid, type: 'app-function', config: { entrypoint: `/app/functions/${uid}.js` } };
    writeFileSync(join(folder, 'app', 'functions', `${uid}-hsmeta.json`), JSON.stringify(meta));
    writeFileSync(join(folder, 'app', 'functions', `${uid}.js`), source);
  }
  portal = await startPortal({ buildDir: folder, functionTimeoutMs: 1_000, quiet: true });
});
afterAll(async () => {
  await portal.close();
  rmSync(folder, { recursive: true });
});

interface Asked {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string;
}

function ask({ method = 'GET', path = '/crm/objects/2026-09/deals', headers = {}, body }: Asked) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const { port } = new URL(portal.url);
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: { authorization: `Bearer ${portal.token}`, ...headers },
      },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

const route = '/api/crm-extensibility/execution/internal/v3/action/function/1000001';
const run = async (body: unknown, headers = {}) => {
  const { status, text } = await ask({ method: 'POST', path: route, headers, body: JSON.stringify(body) });
  return { status, body: JSON.parse(text) };
};

describe('the portal answers its own machine only', () => {
  test('a foreign name that points here is refused', async () => {
    expect((await ask({ headers: { host: 'evil.example:80' } })).status).toBe(403);
    expect((await ask({ headers: { host: '127.0.0.1' } })).status).toBe(403);
  });

  test('a page from elsewhere is refused, its own pages are not', async () => {
    expect((await ask({ headers: { origin: 'https://evil.example' } })).status).toBe(403);
    expect((await ask({ headers: { origin: 'null' } })).status).toBe(403);
    expect((await ask({ headers: { origin: portal.url } })).status).toBe(200);
  });

  test('localhost is a name of its own', async () => {
    const { port } = new URL(portal.url);
    expect((await ask({ headers: { host: `localhost:${port}` } })).status).toBe(200);
  });
});

describe('a request that cannot be read', () => {
  test('with malformed JSON is answered in HubSpot’s envelope', async () => {
    const { status, text } = await ask({ method: 'POST', body: '{"properties":' });
    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({ status: 'error', category: 'VALIDATION_ERROR' });
  });

  test('that is too large is refused before it is read', async () => {
    const headers = { 'content-length': String(33 * 1024 * 1024) };
    expect((await ask({ method: 'POST', headers, body: '' }).catch(() => ({ status: 413 }))).status).toBe(
      413,
    );
  });

  test('to no route is 404', async () => {
    expect((await ask({ path: '/nowhere' })).status).toBe(404);
  });
});

describe('an app function over HTTP', () => {
  test('is given parameters and answers { logId, response }', async () => {
    const reply = await run({ serverlessFunction: 'echo', parameters: { a: 1 } });
    expect(reply).toMatchObject({ status: 200, body: { logId: 'n/a', response: { parameters: { a: 1 } } } });
  });

  test('is sent the properties of the record that it asks for', async () => {
    const made = await ask({ method: 'POST', body: JSON.stringify({ properties: { dealname: 'Big' } }) });
    const { id } = JSON.parse(made.text) as { id: string };
    const objectQuery = {
      objectId: Number(id),
      objectTypeId: '0-3',
      objectPropertyNames: ['dealname', 'closedate'],
    };
    const reply = await run({ serverlessFunction: 'echo', objectQuery });
    expect(reply.body.response.propertiesToSend).toEqual({ dealname: 'Big', closedate: null });
    const gone = { ...objectQuery, objectId: 1 };
    expect((await run({ serverlessFunction: 'echo', objectQuery: gone })).status).toBe(400);
  });

  test('reaches this portal with the token it is given', async () => {
    expect((await run({ serverlessFunction: 'call_home' })).body.response).toBe(200);
  });

  test('that fails, hangs or is missing is a 400 with the reason', async () => {
    const messageOf = async (name: string) => {
      const { status, body } = await run({ serverlessFunction: name });
      expect(status).toBe(400);
      return body.errors[0].message as string;
    };
    expect(await messageOf('boom')).toBe("The serverless function 'boom' failed to execute: Error: boom.");
    expect(await messageOf('slow')).toContain('Task timed out after 1.00 seconds');
    expect(await messageOf('nobody')).toContain("doesn't exist in this project");
  });

  test('needs a token of the portal', async () => {
    expect((await run({ serverlessFunction: 'echo' }, { authorization: 'Bearer other' })).status).toBe(401);
  });
});

describe('the pages', () => {
  test('have addresses of their own, and any other is 404', async () => {
    for (const path of ['/', '/deals', '/deals/7', '/companies/7', '/app', '/app/partners/7', '/settings']) {
      expect(await ask({ path })).toMatchObject({
        status: 200,
        text: expect.stringContaining('<div id="root">'),
      });
    }
    expect((await ask({ path: '/deals/7/8', headers: { accept: 'text/html' } })).status).toBe(404);
  });

  test('carry names from the app without letting them end the script', async () => {
    expect((await ask({ path: '/deals' })).text).toContain('Tiny \\u003capp>');
  });
});
