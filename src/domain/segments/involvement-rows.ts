import { missing } from '../columns/minute.ts';
import type { InvolvementRow } from '../rows.ts';
import { evidenceTypes, involvementStatuses, lifeCycleStages, roles, tiers } from '../vocabulary.ts';
import { instantOf } from './deal-rows.ts';
import { listOf, type ListColumn } from './dictionaries.ts';
import { evidenceMark, importedMark, originMark, type InvolvementSegment } from './involvement-segment.ts';
import { textsOf } from './text-columns.ts';

const msPerMinute = 60_000;

/** The rows that a segment of involvements was written from, with instants to the minute. */
export const involvementRowsOf = (segment: InvolvementSegment): InvolvementRow[] =>
  textsOf(segment.ids).map((id, row) => {
    const shape = segment.shapes[segment.shape[row]!]!;
    const [partner, name] = listAt(segment.partner, row);
    return {
      id,
      dealId: segment.dealId[row]!,
      partnerId: segment.partnerIds.at(partner!),
      partnerName: segment.partnerNames.at(name!),
      tier: tiers[shape.tier]!,
      origin: (shape.marks & originMark) !== 0,
      roles: listAt(segment.roles, row).map((place) => roles[place]!),
      stages: listAt(segment.stages, row).map((place) => lifeCycleStages[place]!),
      status: involvementStatuses[shape.status]!,
      enteredOn: dayOrNull(segment.enteredDay[row]!),
      exitedOn: dayOrNull(segment.exitedDay[row]!),
      taggedAt: segment.taggedMinute[row]! * msPerMinute,
      imported: (shape.marks & importedMark) !== 0,
      statusChangedAt: instantOf(segment.statusMinute[row]!),
      share: Number.isNaN(segment.share[row]) ? null : segment.share[row]!,
      evidenceType: evidenceTypes[shape.evidenceType - 1] ?? null,
      hasEvidence: (shape.marks & evidenceMark) !== 0,
    };
  });

const listAt = (column: ListColumn, row: number): number[] => listOf(column, column.codes[row]!);
const dayOrNull = (day: number): number | null => (day === missing ? null : day);
