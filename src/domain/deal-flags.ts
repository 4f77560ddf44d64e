import { dayOf } from './day.ts';
import type { Involvement } from './involvement.ts';

type FlagCode =
  'two_origins' | 'tagged_late' | 'no_evidence' | 'mirror_behind' | 'exited_before_close' | 'imported';

/** Something about a deal's tags that a reader of the numbers should know. */
export interface Flag {
  readonly code: FlagCode;
  readonly sentence: string;
}

export interface FlaggedDeal {
  readonly outcome: 'open' | 'won' | 'lost';
  readonly createdAt: number | null;
  readonly closeAt: number | null;
  readonly mirrorInStep: boolean;
}

interface Rule {
  readonly code: FlagCode;
  readonly holds: (involvement: Involvement) => boolean;
  readonly say: (names: string) => string;
}

/** What is noteworthy about the tags that count (rejected ones do not). Nothing noteworthy: no flag. */
export function flagsOf(deal: FlaggedDeal, involvements: readonly Involvement[]): readonly Flag[] {
  const counted = involvements.filter(({ status }) => status !== 'rejected');
  const flags = rulesOf(deal, counted).flatMap(({ code, holds, say }): Flag[] => {
    const names = counted.filter(holds).map(({ partnerName }) => partnerName);
    return names.length === 0 ? [] : [{ code, sentence: say(names.join(', ')) }];
  });
  return deal.mirrorInStep ? flags : [...flags, mirrorBehind];
}

const mirrorBehind: Flag = {
  code: 'mirror_behind',
  sentence: "The deal's partner columns are behind. The next change of a tag brings them into step.",
};

const rulesOf = (deal: FlaggedDeal, counted: readonly Involvement[]): readonly Rule[] => [
  {
    code: 'two_origins',
    holds: ({ origin }) => origin && counted.filter((one) => one.origin).length > 1,
    say: (names) => `More than one origin: ${names}. A deal comes from one partner at most.`,
  },
  {
    code: 'tagged_late',
    holds: isAfterClose(deal),
    say: (names) => `Tagged after the deal was closed: ${names}. Such tags are kept out of comparisons.`,
  },
  {
    code: 'tagged_late',
    holds: isLateInCycle(deal),
    say: (names) => `Tagged in the last quarter of the deal's time: ${names}.`,
  },
  {
    code: 'no_evidence',
    holds: lacksEvidence,
    say: (names) => `An earlier entry or an origin is claimed without evidence: ${names}.`,
  },
  {
    code: 'exited_before_close',
    holds: isGoneBefore(deal),
    say: (names) => `Left before the deal was decided: ${names}.`,
  },
  {
    code: 'imported',
    holds: ({ taggedFrom }) => taggedFrom === 'import',
    say: (names) => `The time of the tag comes from an import: ${names}.`,
  },
];

const closedAt = ({ outcome, closeAt }: FlaggedDeal): number | null => (outcome === 'open' ? null : closeAt);

/** Late: the tag was made after the close (late_after_close). */
const isAfterClose = (deal: FlaggedDeal) => {
  const closed = closedAt(deal);
  return ({ taggedAt }: Involvement): boolean => closed !== null && taggedAt > closed;
};

/** Late in the cycle: after three quarters of the time from creation to close have passed. */
const isLateInCycle = (deal: FlaggedDeal) => {
  const closed = closedAt(deal);
  const created = deal.createdAt;
  return ({ taggedAt }: Involvement): boolean =>
    closed !== null &&
    created !== null &&
    taggedAt > created + 0.75 * (closed - created) &&
    taggedAt <= closed;
};

const lacksEvidence = ({ evidence, enteredOn, origin, taggedAt }: Involvement): boolean =>
  !evidence && (origin || (enteredOn !== null && enteredOn < dayOf(taggedAt)));

const isGoneBefore = (deal: FlaggedDeal) => {
  const closed = closedAt(deal);
  return ({ exitedOn, exitReason }: Involvement): boolean =>
    exitedOn !== null && exitReason !== 'deal_closed' && (closed === null || exitedOn < dayOf(closed));
};
