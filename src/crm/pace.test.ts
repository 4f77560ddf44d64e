import { callPaceOf, createPace } from '#crm/pace';
import { limitsOf, type RateLimits } from '#crm/rate-budget';

const limit = { calls: 10, windowMs: 10_000 };
const limits: RateLimits = { general: limit, associations: limit, search: { calls: 2, windowMs: 1_000 } };

test('a share of the limits leaves the rest to others in the account', () => {
  expect(limitsOf(0.8)).toEqual({
    general: { calls: 152, windowMs: 10_000 },
    associations: { calls: 120, windowMs: 10_000 },
    search: { calls: 4, windowMs: 1_000 },
  });
  expect(limitsOf(0.01).search.calls).toBe(1);
});

test('a call that keeps some free waits while one that must not still starts', () => {
  const pace = createPace(limits);
  for (let call = 0; call < 7; call++) pace.take('general', 1_000 + call);
  expect(pace.waitMs('general', 1_010, 3)).toBe(9_990);
  expect(pace.waitMs('general', 1_010, 0)).toBe(0);
  expect(pace.waitMs('general', 11_000, 3)).toBe(0);
});

test('a window that is waited for and one that starts at once never hold more than the limit', () => {
  const pace = createPace(limits);
  const starts: number[] = [];
  for (let now = 0; now < 60_000; now += 300) {
    const keep = now % 900 === 0 ? 0 : 4;
    const start = now + pace.waitMs('general', now, keep);
    pace.take('general', start);
    starts.push(start);
  }
  for (const end of starts)
    expect(starts.filter((start) => start > end - 10_000 && start <= end).length).toBeLessThanOrEqual(10);
});

test('calls of the last function count in the window of the next, once', () => {
  const before = createPace(limits);
  for (let call = 0; call < 8; call++) before.take('general', 5_000 + call * 200);
  const spent = before.spent(9_000);
  expect(spent.reduce((sum, { calls }) => sum + calls, 0)).toBe(8);
  const pace = createPace(limits);
  pace.carry(spent);
  pace.carry(spent);
  expect(pace.waitMs('general', 9_000, 0)).toBe(0);
  expect(pace.waitMs('general', 9_000, 2)).toBeGreaterThan(5_000);
  expect(pace.waitMs('general', 9_000, 2)).toBeLessThanOrEqual(6_400);
});

test('a step that used the window up is followed by one when its first calls are free again', () => {
  let now = 20_000;
  const pace = createPace(limits);
  const door = callPaceOf(pace, () => now);
  for (let call = 0; call < 10; call++) pace.take('general', 20_000 + call * 100);
  now = 24_000;
  expect(door.pauseAfter(20_000)).toBe(6_000);
  now = 31_000;
  expect(door.pauseAfter(20_000)).toBe(0);
});

test('a step that waited for HubSpot more than for the window is followed by the next at once', () => {
  const pace = createPace(limits);
  for (let call = 0; call < 5; call++) pace.take('general', 20_000 + call);
  expect(callPaceOf(pace, () => 24_000).pauseAfter(20_000)).toBe(0);
});

test('where there are no limits nothing waits', () => {
  const pace = createPace('off');
  expect(pace.waitMs('search', 0, 100)).toBe(0);
  expect(callPaceOf(pace, () => 0).pauseAfter(0)).toBe(0);
});
