import type { Head, Lease, PortfolioStore } from '../crm/portfolio.ts';

/**
 * Longer than any function can live (HubSpot ends one after 15 s at the latest, UNVERIFIED), so that whoever takes an
 * expired lease is alone; short enough that a refresh which was killed is in nobody's way for long.
 */
const leaseMs = 60_000;

/** A step begins with this much of its lease left at least: more than a step takes, with clocks that differ. */
const leastLeftMs = 30_000;

const mostTries = 20;

export type Turn = { readonly lease: Lease } | { readonly busyUntil: number };

/** The lease that this worker holds or takes; or until when somebody else has it. */
export async function takeTurn(
  store: PortfolioStore,
  head: Head | null,
  worker: string,
  now: number,
): Promise<Turn> {
  const held = head?.lease ?? null;
  const until = now + leaseMs;
  if (held && held.until > now) {
    if (held.worker !== worker) return { busyUntil: held.until };
    if (held.until - now >= leastLeftMs) return { lease: { ...held, until } };
  }
  // The record of a generation is there for good, also where its worker was killed before it wrote a head.
  for (let tried = 1; tried <= mostTries; tried++) {
    const lease = { generation: (held?.generation ?? 0) + tried, worker, until };
    if (await store.claimLease(lease)) return { lease };
    const other = await store.leaseOf(lease.generation);
    // Also where it was this worker: a step that was sent twice would overwrite the segments of its twin.
    if (other && other.until > now) return { busyUntil: other.until };
  }
  return { busyUntil: until };
}

/** Two generations back, because a worker that read an old head may still be about to try the last one. */
export const expiredLeaseKey = ({ generation }: Lease): string => `lease:${generation - 2}`;
