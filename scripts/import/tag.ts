import { dayOf } from '#domain/day';
import type { NewInvolvement } from '#domain/involvement';
import type { Row } from './csv.ts';
import { instantOf, numberOf, refuse, textOf, type Sheet } from './sheet.ts';
import { toClaim, toEvidenceType, toExitReason, toRole, toStage, toStatus, type Claim } from './words.ts';

/** What a row says about the tag itself, apart from which partner on which deal. */
export type Tag = Omit<NewInvolvement, 'dealId' | 'accountId' | 'partnerId' | 'partnerName'>;

export const statesStatus = (sheet: Sheet, row: Row): boolean =>
  textOf(sheet, row, 'status') !== '' || claimOf(sheet, row).status !== undefined;

export interface TagContext {
  readonly now: number;
  /** Null: the tier decides. */
  readonly origin: boolean | null;
}

/** A tag keeps the time at which it was made where the file states it; else it is made now, by the load. */
export function tagOf(sheet: Sheet, row: Row, { now, origin }: TagContext): Tag {
  const claim = claimOf(sheet, row);
  const taggedAt = notLater(sheet, row, 'tagged_at', now) ?? now;
  const taggedBy = textOf(sheet, row, 'tagged_by') || 'import';
  const roles = words(sheet, row, 'roles', toRole);
  return {
    tier: claim.tier,
    origin: origin ?? claim.tier === 'source',
    roles: roles.length === 0 && claim.role ? [claim.role] : roles,
    stages: words(sheet, row, 'stages', toStage),
    ...spanOf(sheet, row, now),
    status: word(sheet, row, 'status', toStatus) ?? claim.status ?? 'proposed',
    statusReason: textOf(sheet, row, 'status_reason') || null,
    statusChangedAt: notLater(sheet, row, 'status_changed_at', now),
    share: shareOf(sheet, row),
    evidenceType: word(sheet, row, 'evidence_type', toEvidenceType),
    evidence: textOf(sheet, row, 'evidence') || null,
    taggedAt,
    taggedBy,
    taggedFrom: 'import',
    history: [{ at: taggedAt, by: taggedBy, what: 'Imported from a file' }],
  };
}

function claimOf(sheet: Sheet, row: Row): Claim {
  const text = textOf(sheet, row, 'tier');
  if (text === '') return { tier: 'assist' };
  const claim = toClaim(text);
  if (claim === null)
    refuse(sheet, 'tier', text, 'is no tier. Use assist, co_sell, source or joint_solution.');
  return claim;
}

function spanOf(sheet: Sheet, row: Row, now: number): Pick<Tag, 'enteredOn' | 'exitedOn' | 'exitReason'> {
  const entered = notLater(sheet, row, 'entered_on', now);
  const exited = notLater(sheet, row, 'exited_on', now);
  if (entered !== null && exited !== null && exited < entered) {
    refuse(sheet, 'exited_on', textOf(sheet, row, 'exited_on'), 'lies before the entry date.');
  }
  const reason = word(sheet, row, 'exit_reason', toExitReason);
  return {
    enteredOn: entered === null ? null : dayOf(entered),
    exitedOn: exited === null ? null : dayOf(exited),
    exitReason: exited === null ? null : (reason ?? 'completed'),
  };
}

function notLater(sheet: Sheet, row: Row, property: string, now: number): number | null {
  const instant = instantOf(sheet, row, property);
  if (instant !== null && instant > now) {
    refuse(sheet, property, textOf(sheet, row, property), 'lies in the future.');
  }
  return instant;
}

function shareOf(sheet: Sheet, row: Row): number | null {
  const text = textOf(sheet, row, 'share').replace('%', '');
  const share = text === '' ? null : numberOf(sheet, row, 'share');
  if (share !== null && (share < 0 || share > 100))
    refuse(sheet, 'share', text, 'is no percentage from 0 to 100.');
  return share;
}

type Words<Value> = (text: string) => Value | null;

function word<Value>(sheet: Sheet, row: Row, property: string, to: Words<Value>): Value | null {
  const text = textOf(sheet, row, property);
  return text === '' ? null : known(sheet, property, text, to);
}

function words<Value>(sheet: Sheet, row: Row, property: string, to: Words<Value>): readonly Value[] {
  const texts = textOf(sheet, row, property)
    .split(/[;|]/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  return [...new Set(texts.map((text) => known(sheet, property, text, to)))];
}

function known<Value>(sheet: Sheet, property: string, text: string, to: Words<Value>): Value {
  return to(text) ?? refuse(sheet, property, text, 'is no word of the vocabulary for this column.');
}
