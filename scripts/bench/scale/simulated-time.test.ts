import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { simulatedNowHeader, simulation } from './simulated-time.ts';

const startAt = Date.UTC(2026, 0, 1);
const latencyMs = 100_000;
let server: Server;
let url: string;
let toldAt: number[];

beforeAll(async () => {
  server = createServer((request, response) => {
    toldAt.push(Number(request.headers[simulatedNowHeader]) - startAt);
    setTimeout(() => response.end('answer'), 20);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => (toldAt = []));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const get = (time: ReturnType<typeof simulation>) =>
  time.exchange({ target: new URL(url), options: {}, body: undefined });

/** To the nearest simulated ten seconds: the little CPU that the test takes passes as well. */
const passed = (time: ReturnType<typeof simulation>): number =>
  Math.round((time.now() - startAt) / 10_000) * 10;

test('a wait of an hour takes no time', async () => {
  const time = simulation(startAt, latencyMs);
  const start = performance.now();
  await new Promise<void>((done) => time.setTimeout(() => done(), 3_600_000));
  expect(passed(time)).toBe(3_600);
  expect(performance.now() - start).toBeLessThan(5_000);
});

test('calls one after the other add up, and calls at the same time wait together', async () => {
  const time = simulation(startAt, latencyMs);
  for (let call = 0; call < 2; call++) await get(time);
  expect(passed(time)).toBe(200);
  await Promise.all([1, 2, 3].map(async () => get(time)));
  expect(passed(time)).toBe(300);
  expect(toldAt.map((ms) => Math.round(ms / 10_000) * 10)).toEqual([0, 100, 200, 200, 200]);
});

test('a timer fires in its place among answers, unless it was cleared', async () => {
  const time = simulation(startAt, latencyMs);
  const happened: string[] = [];
  time.setTimeout(() => happened.push('late'), 150_000);
  time.setTimeout(() => happened.push('early'), 50_000);
  time.clearTimeout(time.setTimeout(() => happened.push('never'), 60_000));
  await get(time);
  happened.push('answer');
  await new Promise<void>((done) => time.setTimeout(() => done(), 100_000));
  expect(happened).toEqual(['early', 'answer', 'late']);
});
