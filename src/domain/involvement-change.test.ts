import { changed, restored, type Change } from '#domain/involvement-steps';
import { act, at, confirmer, free, lastLine, refusal, tag, taken, today, valueOf } from '#test/ruled-tags';

test('an origin that another partner has is refused', () => {
  const origin = refusal('origin_taken', 'origin');
  expect(changed(tag(), { origin: true }, taken, act)).toEqual(origin);
  expect(restored(tag({ origin: true }), at, taken, act)).toEqual(origin);
});

test('a later change of the entry day is held to the same rules, other changes of an old tag are not', () => {
  const old = tag({ enteredOn: today - 9, exitedOn: today - 3 });
  expect(changed(old, { tier: 'co_sell' }, free, act).outcome).toBe('allowed');
  expect(changed(old, { enteredOn: today - 8 }, free, act)).toEqual(refusal('evidence_needed', 'evidence'));
  expect(changed(old, { enteredOn: today }, free, act)).toEqual(refusal('exit_before_entry', 'enteredOn'));
});

test('a confirmation stands for what was confirmed: a changed claim is a proposal again unless a confirmer changed it', () => {
  const confirmed = tag({ status: 'confirmed' });
  expect(changed(confirmed, { tier: 'source' }, free, act)).toMatchObject({
    value: { status: 'proposed' },
  });
  expect(changed(confirmed, { roles: ['other'] }, free, act)).toMatchObject({
    value: { status: 'confirmed' },
  });
  expect(changed(confirmed, { tier: 'source' }, free, confirmer)).toMatchObject({
    value: { status: 'confirmed' },
  });
});

test('every step adds one line to the history, and a change that changes nothing adds none', () => {
  const first = tag();
  const ruling = changed(first, { tier: 'co_sell', share: 40 }, free, act);
  if (ruling.outcome !== 'allowed') throw new Error(ruling.because);
  expect(ruling.value.history).toEqual([
    ...first.history,
    { at, by: 'sam@example.com', what: 'tier: assist → co_sell, share: none → 40' },
  ]);
  expect(changed(first, { tier: 'assist' }, free, act)).toEqual({
    outcome: 'allowed',
    value: first,
  });
});

test.each<[Change, string]>([
  [{ tier: 'source' }, 'tier: assist → source'],
  [{ origin: true }, 'origin: no → yes'],
  [{ roles: ['originator', 'reference'] }, 'roles: none → originator, reference'],
  [{ stages: ['engage'] }, 'stages: none → engage'],
  [{ share: 40 }, 'share: none → 40'],
  [{ share: 0 }, 'share: none → 0'],
  [{ evidenceType: 'meeting' }, 'evidence type: none → meeting'],
  [{ evidence: 'Met' }, 'evidence: none → Met'],
  [{ enteredOn: today - 1, evidence: 'Met' }, 'entered: 2026-09-30 → 2026-09-29, evidence: none → Met'],
])('a change %j is taken over and written down as "%s"', (change, what) => {
  const ruling = changed(tag(), change, free, act);
  expect(valueOf(ruling)).toMatchObject(change);
  expect(lastLine(ruling)).toEqual({ at, by: 'sam@example.com', what });
});

test('null clears, an empty evidence is none, and what is absent or undefined stays', () => {
  const full = tag({ share: 40, evidenceType: 'meeting', evidence: 'Met' });
  const cleared = changed(full, { share: null, evidenceType: null, evidence: '' }, free, act);
  expect(valueOf(cleared)).toMatchObject({ share: null, evidenceType: null, evidence: null });
  expect(lastLine(cleared)!.what).toBe(
    'share: 40 → none, evidence type: meeting → none, evidence: Met → none',
  );
  expect(valueOf(changed(full, { tier: undefined, evidence: undefined }, free, act))).toBe(full);
  expect(valueOf(changed(full, { tier: 'source' }, free, act))).toMatchObject({ share: 40, evidence: 'Met' });
});

test('an entry day that was never told is written down once it is', () => {
  expect(lastLine(changed(tag({ enteredOn: null }), { enteredOn: today }, free, act))!.what).toBe(
    'entered: none → 2026-09-30',
  );
});

test('an origin is refused only where another partner has it and this one does not', () => {
  expect(changed(tag(), { origin: true }, taken, act).outcome).toBe('refused');
  expect(changed(tag(), { origin: true }, free, act).outcome).toBe('allowed');
  expect(changed(tag(), { origin: false, share: 1 }, taken, act).outcome).toBe('allowed');
  expect(changed(tag({ origin: true }), { tier: 'source' }, taken, act).outcome).toBe('allowed');
});

test('the evidence of an early entry cannot be taken away', () => {
  const early = tag({ enteredOn: today - 9, evidence: 'Met' });
  expect(changed(early, { evidence: null }, free, act)).toMatchObject({ because: 'evidence_needed' });
  expect(changed(early, { evidence: 'Met twice' }, free, act).outcome).toBe('allowed');
});

test.each<[Change]>([[{ tier: 'source' }], [{ origin: true }], [{ share: 40 }], [{ enteredOn: today - 1 }]])(
  'a confirmed tag is a proposal again after %j, and says since when',
  (change) => {
    const confirmed = tag({ status: 'confirmed', statusReason: 'seen', evidence: 'Met' });
    expect(valueOf(changed(confirmed, change, free, act))).toMatchObject({
      status: 'proposed',
      statusReason: null,
      statusChangedAt: at,
    });
  },
);

test('a disputed tag stays disputed when its claim changes', () => {
  const disputed = tag({ status: 'disputed', statusReason: 'not there' });
  expect(valueOf(changed(disputed, { tier: 'source' }, free, act))).toMatchObject({
    status: 'disputed',
    statusReason: 'not there',
    statusChangedAt: at - 9,
  });
});
