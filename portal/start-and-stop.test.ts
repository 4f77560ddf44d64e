import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPortal } from './portal.ts';

const folder = mkdtempSync(join(tmpdir(), 'portal-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a data file keeps the records from one start to the next', async () => {
  const dataFile = join(folder, 'portal.sqlite');
  const withPortal = async <T>(
    use: (url: string, headers: Record<string, string>) => Promise<T>,
  ): Promise<T> => {
    const opened = await startPortal({ buildDir: null, dataFile });
    const answer = await use(`${opened.url}/crm/objects/2026-09/deals`, {
      authorization: `Bearer ${opened.token}`,
    });
    await opened.close();
    return answer;
  };
  const body = JSON.stringify({ properties: { dealname: 'Kept' } });
  const { id } = await withPortal(async (url, headers) => {
    const reply = await fetch(url, { method: 'POST', headers, body });
    return (await reply.json()) as { id: string };
  });
  const found = await withPortal(async (url, headers) => {
    const reply = await fetch(`${url}/${id}`, { headers });
    return (await reply.json()) as unknown;
  });
  expect(found).toMatchObject({ id, properties: { dealname: 'Kept' } });
});

test('a portal closes at once, also with a client that keeps its connection', async () => {
  const opened = await startPortal({ buildDir: null });
  await fetch(`${opened.url}/deals`);
  const startedAt = performance.now();
  await opened.close();
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  await expect(fetch(opened.url)).rejects.toThrow();
});

test('a port in use is said in words', async () => {
  const opened = await startPortal({ buildDir: null });
  const port = Number(new URL(opened.url).port);
  const message = expect.stringContaining(`Port ${port} is in use`);
  await expect(startPortal({ port, buildDir: null })).rejects.toMatchObject({ code: 'EADDRINUSE', message });
  await opened.close();
});
