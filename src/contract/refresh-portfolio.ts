import * as z from 'zod/mini';
import { portalId } from './involvement.ts';

/**
 * One step of a refresh. `worker` names who refreshes, the same through all steps of one refresh: it holds the lease. A
 * page that is opened anew is another worker, because a step that it left may still run; it waits for that lease to end
 * and goes on where the step stopped. `sweep` reads every record again, for what a change cannot tell (deletes, merges,
 * associations); `cancel` gives the lease back and keeps what is written.
 */
export const refreshPortfolioInput = z.object({
  portalId,
  worker: z.uuid(),
  want: z._default(z.enum(['changes', 'sweep', 'cancel']), 'changes'),
});
export type RefreshPortfolioInput = z.input<typeof refreshPortfolioInput>;

/** How far a refresh has come. The page asks for the next step after `nextInMs`, until it is no longer working. */
export type RefreshProgress =
  | {
      readonly state: 'working';
      /** Build: the first reading of everything. Changes: what changed since. Sweep: everything again. */
      readonly phase: RefreshPhase;
      /** Records read, and how many there are to read as far as is known. */
      readonly done: number;
      readonly total: number;
      /** Rate limits are shared with everybody else in the account: the next step is worth it after this time. */
      readonly nextInMs: number;
    }
  | {
      readonly state: 'done';
      /** Instant up to which every change is in. */
      readonly readFrom: string;
      readonly recordsRead: number;
      readonly segmentsWritten: number;
      /** Segments that were damaged or of an older format, and were read anew. */
      readonly rebuilt: number;
    }
  /** Somebody else is refreshing, at the latest until then. */
  | { readonly state: 'busy'; readonly until: string }
  | { readonly state: 'cancelled' };

export type RefreshPhase = 'build' | 'changes' | 'sweep';
