import type { Reply } from '#contract/envelope';
import type { RefreshProgress } from '#contract/refresh-portfolio';
import { gives, refuses } from '../../fake-call.ts';
import { newRun, refreshLoop, type Run, type Want } from './refresh-loop.ts';

const cancelled = gives<RefreshProgress>({ state: 'cancelled' });
const busy = refuses('crm_busy', 'HubSpot is busy.');

async function run(replies: Reply<RefreshProgress>[], onAsk: (run: Run) => void = () => undefined) {
  const asked: Want[] = [];
  const state = newRun();
  const ended = await refreshLoop({
    ask: (want) => {
      asked.push(want);
      onAsk(state);
      return Promise.resolve(replies.shift() ?? cancelled);
    },
    wanted: 'sweep',
    run: state,
    onStep: () => undefined,
    pauseMs: 1,
  });
  return { asked, ended };
}

/** Runs through every pause. */
async function waited<Value>(running: Promise<Value>): Promise<Value> {
  await jest.runAllTimersAsync();
  jest.useRealTimers();
  return running;
}

describe('the loop of a refresh', () => {
  it('goes on by itself once somebody else is done', async () => {
    jest.useFakeTimers();
    const other = gives<RefreshProgress>({ state: 'busy', until: '2026-09-30T12:05:00Z' });
    const { asked, ended } = await waited(run([other, other, cancelled]));
    expect(ended).toEqual({ state: 'cancelled' });
    expect(asked).toEqual(['sweep', 'sweep', 'sweep']);
  });

  it.each(['crm_busy', 'crm_unreachable', 'out_of_time'] as const)(
    'tries again by itself after %s, which passes',
    async (code) => {
      const { asked, ended } = await run([refuses(code, 'Later.'), cancelled]);
      expect(ended).toEqual({ state: 'cancelled' });
      expect(asked).toEqual(['sweep', 'sweep']);
    },
  );

  it('gives up after four failures in a row', async () => {
    const { asked, ended } = await run([busy, busy, busy, busy]);
    expect(ended).toMatchObject({ state: 'failed', problem: { code: 'crm_busy' }, want: 'sweep' });
    expect(asked).toHaveLength(4);
  });

  it('counts failures anew after a step that went well', async () => {
    const step = gives<RefreshProgress>({ state: 'working', phase: 'sweep', done: 1, total: 2, nextInMs: 0 });
    const { asked, ended } = await run([busy, busy, busy, step, busy, busy, busy, cancelled]);
    expect(ended).toEqual({ state: 'cancelled' });
    expect(asked).toHaveLength(8);
  });

  it('does not try again what does not pass', async () => {
    const { asked } = await run([refuses('unexpected', 'Broken.')]);
    expect(asked).toHaveLength(1);
  });

  it('ends without a word where nobody listens any more', async () => {
    const { ended } = await run([cancelled], (state) => {
      state.left = true;
    });
    expect(ended).toBeNull();
  });

  it('turns into giving the lease back once it shall stop', async () => {
    const { asked } = await run([busy, cancelled], (state) => {
      state.stop = true;
    });
    expect(asked).toEqual(['sweep', 'cancel']);
  });
});
