import { exited, restored, reviewed, type Decision } from '#domain/involvement-steps';
import { involvementStatuses } from '#domain/vocabulary';
import { act, at, confirmer, free, lastLine, refusal, tag, taken, today, valueOf } from '#test/ruled-tags';

test('the status moves along its few paths and no other', () => {
  const decisions: Decision[] = ['confirm', 'dispute', 'reject'];
  const paths = involvementStatuses.map((status) =>
    decisions.map((decision) => {
      const ruling = reviewed(tag({ status }), decision, 'because', confirmer);
      return ruling.outcome === 'allowed' ? ruling.value.status : '-';
    }),
  );
  expect(paths).toEqual([
    ['confirmed', 'disputed', 'rejected'],
    ['-', 'disputed', '-'],
    ['confirmed', '-', 'rejected'],
    ['-', '-', '-'],
  ]);
});

test('to dispute or reject takes a reason, to confirm does not, and who may not confirm may not review', () => {
  expect(reviewed(tag(), 'dispute', '', confirmer)).toEqual(refusal('reason_needed', 'reason'));
  expect(reviewed(tag(), 'reject', '', confirmer)).toEqual(refusal('reason_needed', 'reason'));
  expect(reviewed(tag(), 'confirm', '', confirmer).outcome).toBe('allowed');
  expect(reviewed(tag(), 'confirm', '', act)).toStrictEqual(refusal('not_a_confirmer'));
});

test('an exit lies between entry and today, and can be taken back', () => {
  const entered = tag({ enteredOn: today - 5 });
  expect(exited(entered, today - 6, 'completed', act)).toEqual(refusal('exit_before_entry', 'exitedOn'));
  expect(exited(entered, today + 1, 'completed', act)).toEqual(refusal('exit_in_future', 'exitedOn'));
  const left = exited(entered, today - 1, 'withdrew', act);
  expect(left).toMatchObject({ value: { exitedOn: today - 1, exitReason: 'withdrew' } });
  expect(left.outcome === 'allowed' && exited(left.value, null, 'completed', act)).toMatchObject({
    value: { exitedOn: null, exitReason: null },
  });
});

test('an undone removal keeps when, by whom and how the partner was tagged', () => {
  const before = tag({ taggedAt: at - 1_000, status: 'confirmed' });
  const back = restored(before, at - 500, free, act);
  expect(back).toMatchObject({
    value: { taggedAt: before.taggedAt, taggedBy: before.taggedBy, status: 'confirmed' },
  });
});

test('a review keeps its reason, and a confirmation drops the one before', () => {
  const disputed = reviewed(tag(), 'dispute', 'not there', confirmer);
  expect(valueOf(disputed)).toMatchObject({
    status: 'disputed',
    statusReason: 'not there',
    statusChangedAt: at,
  });
  expect(lastLine(disputed)).toEqual({ at, by: 'pat@example.com', what: 'disputed: not there' });
  const confirmed = reviewed(valueOf(disputed), 'confirm', 'seen', confirmer);
  expect(valueOf(confirmed)).toMatchObject({ status: 'confirmed', statusReason: null });
  expect(lastLine(confirmed)!.what).toBe('confirmed: seen');
  expect(lastLine(reviewed(tag(), 'confirm', '', confirmer))!.what).toBe('confirmed');
});

test('a decision that the status does not allow is refused as such', () => {
  expect(reviewed(tag({ status: 'rejected' }), 'confirm', '', confirmer)).toEqual({
    outcome: 'refused',
    because: 'change_not_allowed',
    field: 'decision',
  });
});

test('a partner may leave on the day it came and on the day of the act, and both ways are written down', () => {
  const left = exited(tag(), today, 'withdrew', act);
  expect(lastLine(left)!.what).toBe('exited on 2026-09-30: withdrew');
  expect(lastLine(exited(valueOf(left), null, 'withdrew', act))!.what).toBe('exit taken back');
  expect(exited(tag({ enteredOn: null }), -1, 'completed', act).outcome).toBe('allowed');
});

test('an undone removal is written down with the moment of the removal, where it is known', () => {
  expect(lastLine(restored(tag(), at, taken, act))!.what).toBe('removal of 2026-09-30T12:00:00.000Z undone');
  expect(lastLine(restored(tag({ origin: true }), null, free, act))!.what).toBe('removal undone');
});
