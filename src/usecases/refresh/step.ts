import { Problem } from '#contract/problem';
import type { DealReading } from '../crm.ts';
import { segmentKey, type PortfolioDoor, type SegmentEntry, type Table } from '../crm/portfolio.ts';
import type { Piece } from './cut.ts';
import type { SegmentIndex } from './segment-index.ts';
import { rowId } from './segment-rows.ts';

/** What one step of a refresh changes. Segments are written before the head that names them, trash is archived after. */
export interface Step {
  readonly door: PortfolioDoor;
  readonly reading: DealReading;
  readonly clock: () => number;
  /** No reading starts after this instant: the rest of the time is for the writes. */
  readonly until: number;
  readonly segments: Record<Table, SegmentIndex>;
  readonly nextKey: Record<Table, number>;
  readonly trash: Set<string>;
  /** Payloads that are still to be written. */
  readonly writes: Map<string, string>;
  readonly counts: { recordsRead: number; recordsTotal: number; segmentsWritten: number; rebuilt: number };
}

/** Takes the pieces as new segments, the first of them from `from` on. */
export function newSegments(
  step: Step,
  table: Table,
  from: number,
  pieces: readonly Piece[],
): SegmentEntry[] {
  return pieces.map(({ rows, payload }, place) => {
    const key = step.nextKey[table]++;
    putSegment(step, table, key, payload);
    const first = rows[0];
    return { key, from: place === 0 || !first ? from : rowId(first), rows: rows.length };
  });
}

export function putSegment(step: Step, table: Table, key: number, payload: string): void {
  step.writes.set(segmentKey(table, key), payload);
  step.counts.segmentsWritten++;
}

/** A function has 128 MB, and a body of twenty segments is 1.3 MB. */
const mostHeld = 20;

export async function flushWhenMany(step: Step): Promise<void> {
  if (step.writes.size >= mostHeld) await flush(step);
}

export async function flush({ door, writes }: Step): Promise<void> {
  if (writes.size > 0) await door.writePayloads(writes);
  writes.clear();
}

/** A reading that is under way when the time is over is not given up: its call is made already. */
const patienceMs = 500;

/** Null where the step's time is over, or where HubSpot holds it up after it has got somewhere. */
export async function inTime<Value>(
  step: Step,
  read: (until: number) => Promise<Value>,
): Promise<Value | null> {
  if (step.clock() >= step.until) return null;
  const patience = step.until + patienceMs;
  const before = step.counts.recordsRead;
  try {
    return await read(patience);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const isHeldUp = error.code === 'crm_busy' || error.code === 'crm_unreachable';
    if (error.code === 'out_of_time' || (isHeldUp && before > 0)) return null;
    throw error;
  }
}
