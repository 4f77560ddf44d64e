import { Problem } from '#contract/problem';
import type { RefreshPortfolioInput, RefreshProgress } from '#contract/refresh-portfolio';
import type { Crm } from './crm.ts';
import { tables, type Head, type OpenedPortfolio, type Work } from './crm/portfolio.ts';
import { readingOf } from './portfolio-columns.ts';
import { beginWork, nothingNoted, readsAlike, type Begun } from './refresh/begin.ts';
import { followChanges } from './refresh/changes.ts';
import { expiredLeaseKey, takeTurn } from './refresh/lease.ts';
import { flush, type Step } from './refresh/step.ts';
import { tailKey, walkOn } from './refresh/walk.ts';

/** Kept back from a step's time for the writes that end it: segments, head, and what is archived after it. */
const reserveMs = 2_000;

/** A step that was held up for longer does not write: its lease may be over before its last write is. */
const longestStepMs = 25_000;

/** `deadlineAt` is twenty seconds from `now` at most. */
export interface RefreshCall {
  readonly now: number;
  readonly deadlineAt: number;
  readonly clock: () => number;
}

/**
 * One step of a refresh: as much as fits into its time. It can be killed at any call: segments are written first, the
 * head with the place where the next step goes on last, and doing a step again does what doing it once does.
 */
export async function refreshPortfolio(
  crm: Crm,
  input: RefreshPortfolioInput,
  call: RefreshCall,
): Promise<RefreshProgress> {
  const door = crm.portfolio;
  const opened = await door.openPortfolio(tables.map(tailKey));
  if (opened.head) door.carryCalls(opened.head.spent);
  const { want = 'changes', worker } = input;
  if (want === 'cancel') return cancel(crm, opened.head, worker, call.now);
  const turn = await takeTurn(door, opened.head, worker, call.now);
  if ('busyUntil' in turn) return { state: 'busy', until: isoOf(turn.busyUntil) };
  const { lease } = turn;
  const going = goesOn(opened, want);
  const begun = going ?? (await beginWork(crm, opened, want, call));
  const step = stepOf(crm, opened, begun, call);
  if (lease.generation !== opened.head?.lease?.generation) step.trash.add(expiredLeaseKey(lease));
  const end = await workOn(step, opened, begun);
  if (call.clock() - call.now > longestStepMs) throw new Problem('out_of_time');
  await flush(step);
  const { segments, nextKey, counts } = step;
  const trash = [...step.trash];
  const work: Work = { ...begun.work, ...end.left, ...counts };
  const head: Head = { ...begun.head, segments, nextKey, trash, work, lease, spent: door.spentCalls() };
  await door.writeHead(end.isDone ? finished(head, work, call) : head);
  // What the note asked for is in the head now.
  if (!going && opened.damage.length > 0) await door.noteDamage(begun.unchecked);
  if (end.isDone) await door.archivePayloads(trash);
  return end.isDone ? doneOf(work) : workingOf(work, door.pauseAfter(call.now));
}

const isoOf = (ms: number): string => new Date(ms).toISOString();

/** The refresh that is at work, where it does what is wanted. A first reading of everything always goes on. */
function goesOn({ head, installed }: OpenedPortfolio, want: 'changes' | 'sweep'): Begun | null {
  const work = head?.work;
  if (!head || !work || !readsAlike(head, installed.settings, head.pipelines)) return null;
  return work.phase === 'build' || work.phase === want ? { head, work, ...nothingNoted } : null;
}

function stepOf(
  { portfolio: door }: Crm,
  { installed }: OpenedPortfolio,
  { head, work }: Begun,
  { clock, deadlineAt }: RefreshCall,
): Step {
  const { recordsRead, recordsTotal, segmentsWritten, rebuilt } = work;
  return {
    door,
    reading: readingOf(installed.settings, head.pipelines),
    clock,
    until: deadlineAt - reserveMs,
    segments: { ...head.segments },
    nextKey: { ...head.nextKey },
    trash: new Set(head.trash),
    writes: new Map(),
    counts: { recordsRead, recordsTotal, segmentsWritten, rebuilt },
  };
}

interface End {
  readonly left: Pick<Work, 'walks' | 'searches'>;
  readonly isDone: boolean;
}

async function workOn(step: Step, opened: OpenedPortfolio, { work, repairs }: Begun): Promise<End> {
  if (work.walks) {
    const walks = await walkOn(step, work.walks, opened.payloads);
    return { left: { walks, searches: [] }, isDone: tables.every((table) => walks[table].isDone) };
  }
  const searches = await followChanges(step, work.searches, repairs);
  return { left: { walks: null, searches }, isDone: searches.length === 0 };
}

/** The watermark moves to the start of the refresh, last. */
const finished = (head: Head, { walks, startedAt }: Work, { now, clock }: RefreshCall): Head => ({
  ...head,
  work: null,
  readFrom: startedAt,
  sweptAt: walks ? clock() : head.sweptAt,
  lease: head.lease && { ...head.lease, until: now },
});

const doneOf = ({ startedAt, recordsRead, segmentsWritten, rebuilt }: Work): RefreshProgress => ({
  state: 'done',
  readFrom: isoOf(startedAt),
  recordsRead,
  segmentsWritten,
  rebuilt,
});

const workingOf = ({ phase, recordsRead, recordsTotal }: Work, nextInMs: number): RefreshProgress => ({
  state: 'working',
  phase,
  done: recordsRead,
  total: Math.max(recordsRead, recordsTotal),
  nextInMs,
});

async function cancel(
  { portfolio: door }: Crm,
  head: Head | null,
  worker: string,
  now: number,
): Promise<RefreshProgress> {
  const lease = head?.lease;
  if (head && lease?.worker === worker && lease.until > now)
    await door.writeHead({ ...head, lease: { ...lease, until: now } });
  return { state: 'cancelled' };
}
