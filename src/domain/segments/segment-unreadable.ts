/** Damaged: not what was written. Old and unknown: written by an earlier or a later version of the app. */
export type SegmentFlaw = 'damaged' | 'old_version' | 'unknown_version';

/** A segment that this version cannot read. It is never repaired: its rows are read anew from the CRM. */
export class SegmentUnreadable extends Error {
  readonly flaw: SegmentFlaw;

  constructor(flaw: SegmentFlaw, why: string) {
    super(`Segment unreadable (${flaw}): ${why}`);
    this.name = 'SegmentUnreadable';
    this.flaw = flaw;
  }
}

export const damaged = (why: string): SegmentUnreadable => new SegmentUnreadable('damaged', why);
