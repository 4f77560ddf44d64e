import { dayOf, isoDayOf } from './day.ts';
import { entryRuling, refused, type Act, type Involvement, type Ruling } from './involvement.ts';
import type {
  EvidenceType,
  ExitReason,
  InvolvementStatus,
  LifeCycleStage,
  Role,
  Tier,
} from './vocabulary.ts';

/** Only what is present changes; null clears. */
export interface Change {
  readonly tier?: Tier | undefined;
  readonly origin?: boolean | undefined;
  readonly roles?: readonly Role[] | undefined;
  readonly stages?: readonly LifeCycleStage[] | undefined;
  readonly enteredOn?: number | undefined;
  readonly share?: number | null | undefined;
  readonly evidenceType?: EvidenceType | null | undefined;
  readonly evidence?: string | null | undefined;
}

const confirmedFields = ['tier', 'origin', 'share', 'enteredOn'] as const;

/**
 * A tag after a change of its claim. A confirmation stands for what was confirmed: a change of tier, origin, share
 * or entry day by somebody who may not confirm makes a confirmed tag a proposal again.
 */
export function changed(
  current: Involvement,
  change: Change,
  deal: { readonly otherOrigin: boolean },
  act: Act,
): Ruling<Involvement> {
  const claim = withoutUndefined(change);
  const next: Involvement = { ...current, ...claim, evidence: emptyToNull(claim.evidence, current.evidence) };
  if (next.origin && !current.origin && deal.otherOrigin) return refused('origin_taken', 'origin');
  if (claim.enteredOn !== undefined || claim.evidence !== undefined) {
    const refusal = entryRuling(next, act.at);
    if (refusal) return refusal;
  }
  const what = differences(current, next);
  if (what.length === 0) return { outcome: 'allowed', value: current };
  const reopened =
    current.status === 'confirmed' &&
    !act.confirms &&
    confirmedFields.some((field) => current[field] !== next[field]);
  const value = reopened ? withStatus(next, 'proposed', null, act) : next;
  return { outcome: 'allowed', value: noted(value, act, what.join(', ')) };
}

export type Decision = 'confirm' | 'dispute' | 'reject';

const statusAfter: Readonly<Record<Decision, InvolvementStatus>> = {
  confirm: 'confirmed',
  dispute: 'disputed',
  reject: 'rejected',
};
const allowedFrom: Readonly<Record<InvolvementStatus, readonly Decision[]>> = {
  proposed: ['confirm', 'dispute', 'reject'],
  confirmed: ['dispute'],
  disputed: ['confirm', 'reject'],
  rejected: [],
};

/** A tag after a review: proposed to confirmed, disputed or rejected; disputed to confirmed or rejected; a confirmed one may be disputed. */
export function reviewed(
  current: Involvement,
  decision: Decision,
  reason: string,
  act: Act,
): Ruling<Involvement> {
  if (!act.confirms) return refused('not_a_confirmer');
  if (!allowedFrom[current.status].includes(decision)) return refused('change_not_allowed', 'decision');
  if (decision !== 'confirm' && reason === '') return refused('reason_needed', 'reason');
  const status = statusAfter[decision];
  const value = withStatus(current, status, decision === 'confirm' ? null : reason, act);
  return { outcome: 'allowed', value: noted(value, act, reason ? `${status}: ${reason}` : status) };
}

/** A tag after the partner left the deal, or after that was taken back (`exitedOn` null). */
export function exited(
  current: Involvement,
  exitedOn: number | null,
  reason: ExitReason,
  act: Act,
): Ruling<Involvement> {
  if (exitedOn === null) {
    const value = { ...current, exitedOn: null, exitReason: null };
    return { outcome: 'allowed', value: noted(value, act, 'exit taken back') };
  }
  if (exitedOn > dayOf(act.at)) return refused('exit_in_future', 'exitedOn');
  if (current.enteredOn !== null && exitedOn < current.enteredOn)
    return refused('exit_before_entry', 'exitedOn');
  const value = { ...current, exitedOn, exitReason: reason };
  return { outcome: 'allowed', value: noted(value, act, `exited on ${isoDayOf(exitedOn)}: ${reason}`) };
}

/** A removed tag as it comes back: everything as it was, with the removal and its undo in the history. */
export function restored(
  removed: Involvement,
  removedAt: number | null,
  deal: { readonly otherOrigin: boolean },
  act: Act,
): Ruling<Involvement> {
  if (removed.origin && deal.otherOrigin) return refused('origin_taken', 'origin');
  const since = removedAt === null ? '' : ` of ${new Date(removedAt).toISOString()}`;
  return { outcome: 'allowed', value: noted(removed, act, `removal${since} undone`) };
}

const withStatus = (
  involvement: Involvement,
  status: InvolvementStatus,
  statusReason: string | null,
  act: Act,
): Involvement => ({ ...involvement, status, statusReason, statusChangedAt: act.at });

const noted = (involvement: Involvement, act: Act, what: string): Involvement => ({
  ...involvement,
  history: [...involvement.history, { at: act.at, by: act.by, what }],
});

const emptyToNull = (given: string | null | undefined, current: string | null): string | null =>
  given === undefined ? current : given || null;

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

const withoutUndefined = (change: Change): Present<Change> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

const namesOfFields: Readonly<Record<keyof Change, string>> = {
  tier: 'tier',
  origin: 'origin',
  roles: 'roles',
  stages: 'stages',
  enteredOn: 'entered',
  share: 'share',
  evidenceType: 'evidence type',
  evidence: 'evidence',
};

function differences(before: Involvement, after: Involvement): string[] {
  return (Object.keys(namesOfFields) as (keyof Change)[])
    .map((field) => [field, textOf(field, before), textOf(field, after)] as const)
    .filter(([, was, is]) => was !== is)
    .map(([field, was, is]) => `${namesOfFields[field]}: ${was || 'none'} → ${is || 'none'}`);
}

function textOf(field: keyof Change, involvement: Involvement): string {
  if (field === 'enteredOn') return involvement.enteredOn === null ? '' : isoDayOf(involvement.enteredOn);
  const value = involvement[field];
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? value.join(', ') : String(value);
}
