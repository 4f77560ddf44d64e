import { dayOfMinute, minuteOf } from '../columns/minute.ts';
import type { InvolvementRow } from '../rows.ts';
import { evidenceTypes, involvementStatuses, lifeCycleStages, roles, tiers } from '../vocabulary.ts';
import type { ByteWriter } from './bytes.ts';
import { writeDecimals } from './decimal-column.ts';
import { distinctTexts, writeDictionary, writeListColumn } from './dictionaries.ts';
import {
  evidenceMark,
  hasEntered,
  hasExited,
  hasShare,
  hasStatusChange,
  importedMark,
  originMark,
} from './involvement-segment.ts';
import { writeIds, writeSigned } from './number-columns.ts';
import { writeTexts } from './text-columns.ts';

/** Rows ascend by id where ids are numbers: they are written as distances. */
export function writeInvolvements(out: ByteWriter, rows: readonly InvolvementRow[]): void {
  const partnerIds = distinctTexts(rows.map((row) => row.partnerId));
  const partnerNames = distinctTexts(rows.map((row) => row.partnerName));
  writeTexts(
    out,
    rows.map((row) => row.id),
  );
  writeIds(
    out,
    rows.map((row) => row.dealId),
  );
  writeDictionary(out, partnerIds);
  writeDictionary(out, partnerNames);
  const lists: ((row: InvolvementRow) => number[])[] = [
    (row) => [partnerIds.codeOf(row.partnerId), partnerNames.codeOf(row.partnerName)],
    shapeListOf,
    (row) => row.roles.map((role) => roles.indexOf(role)),
    (row) => row.stages.map((stage) => lifeCycleStages.indexOf(stage)),
  ];
  for (const listOf of lists) writeListColumn(out, rows.map(listOf));
  writeTimes(out, rows);
  writeDecimals(
    out,
    rows.map((row) => row.share).filter((share) => share !== null),
  );
}

const shapeListOf = (row: InvolvementRow): number[] => [
  tiers.indexOf(row.tier),
  involvementStatuses.indexOf(row.status),
  (row.origin ? originMark : 0) | (row.imported ? importedMark : 0) | (row.hasEvidence ? evidenceMark : 0),
  row.evidenceType === null ? 0 : evidenceTypes.indexOf(row.evidenceType) + 1,
  (row.enteredOn === null ? 0 : hasEntered) |
    (row.exitedOn === null ? 0 : hasExited) |
    (row.statusChangedAt === null ? 0 : hasStatusChange) |
    (row.share === null ? 0 : hasShare),
];

/** The tag's instant as the distance from the tag before; all else as the distance from the tag's own. */
function writeTimes(out: ByteWriter, rows: readonly InvolvementRow[]): void {
  const tagged = rows.map((row) => minuteOf(row.taggedAt));
  const distances = (
    valueOf: (row: InvolvementRow) => number | null,
    from: (minute: number) => number,
  ): number[] =>
    rows.flatMap((row, at) => {
      const value = valueOf(row);
      return value === null ? [] : [value - from(tagged[at]!)];
    });
  const statusMinute = (row: InvolvementRow) =>
    row.statusChangedAt === null ? null : minuteOf(row.statusChangedAt);
  writeSigned(
    out,
    tagged.map((minute, at) => minute - (tagged[at - 1] ?? 0)),
  );
  writeSigned(
    out,
    distances((row) => row.enteredOn, dayOfMinute),
  );
  writeSigned(
    out,
    distances((row) => row.exitedOn, dayOfMinute),
  );
  writeSigned(
    out,
    distances(statusMinute, (minute) => minute),
  );
}
