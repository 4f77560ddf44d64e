import type { GrowingDictionary } from '../columns/dictionary.ts';
import { float64, int32, uint16, uint8 } from '../columns/growing.ts';
import { hasEvidence, isImported, isOrigin } from '../columns/involvement-columns.ts';
import type { TagColumns } from '../columns/tag-columns.ts';
import { listOf, type ListColumn } from './dictionaries.ts';
import { evidenceMark, importedMark, originMark, type InvolvementSegment } from './involvement-segment.ts';
import { codesBy } from './shared-codes.ts';

/** The involvements of a portfolio, segment by segment, with the partners' codes and the names that tags have for them. */
export interface TagTable {
  readonly add: (segment: InvolvementSegment) => void;
  /** By partner code: the name on the last tag. */
  readonly names: readonly string[];
  readonly columns: () => TagColumns;
}

export function tagTable(partners: GrowingDictionary): TagTable {
  const columns = emptyColumns();
  const names: string[] = [];
  return {
    names,
    add: (segment) => {
      const { size, items, codes } = segment.partner;
      const partner = codesBy(size, (pair) => partners.take(segment.partnerIds.at(items[2 * pair]!)));
      pushTags(columns, segment, partner);
      const named = new Int32Array(partners.texts.length).fill(-1);
      for (const pair of codes) named[partner[pair]!] = items[2 * pair + 1]!;
      named.forEach((name, code) => {
        if (name >= 0) names[code] = segment.partnerNames.at(name);
      });
    },
    columns: () => ({
      count: columns.partner.length(),
      dealId: columns.dealId.taken(),
      partner: columns.partner.taken(),
      tier: columns.tier.taken(),
      status: columns.status.taken(),
      marks: columns.marks.taken(),
      roles: columns.roles.taken(),
      stages: columns.stages.taken(),
      enteredDay: columns.enteredDay.taken(),
      exitedDay: columns.exitedDay.taken(),
      taggedMinute: columns.taggedMinute.taken(),
      share: columns.share.taken(),
    }),
  };
}

const emptyColumns = () => ({
  dealId: float64(),
  partner: int32(),
  tier: uint8(),
  status: uint8(),
  marks: uint8(),
  roles: uint16(),
  stages: uint8(),
  enteredDay: int32(),
  exitedDay: int32(),
  taggedMinute: int32(),
  share: float64(),
});

/** Bits of the places in each list of a vocabulary. */
const bitsOf = (column: ListColumn): Int32Array =>
  codesBy(column.size, (list) => listOf(column, list).reduce((bits, place) => bits | (1 << place), 0));

const marksOf = (marks: number): number =>
  ((marks & originMark) !== 0 ? isOrigin : 0) |
  ((marks & importedMark) !== 0 ? isImported : 0) |
  ((marks & evidenceMark) !== 0 ? hasEvidence : 0);

function pushTags(
  columns: ReturnType<typeof emptyColumns>,
  segment: InvolvementSegment,
  partner: Int32Array,
): void {
  const roles = bitsOf(segment.roles);
  const stages = bitsOf(segment.stages);
  const marks = segment.shapes.map((shape) => marksOf(shape.marks));
  for (let row = 0; row < segment.count; row++) {
    const shape = segment.shape[row]!;
    const code = partner[segment.partner.codes[row]!]!;
    // A tag without a partner belongs to nobody: counted with the orphans.
    columns.dealId.push(code < 0 ? NaN : segment.dealId[row]!);
    columns.partner.push(code);
    columns.tier.push(segment.shapes[shape]!.tier);
    columns.status.push(segment.shapes[shape]!.status);
    columns.marks.push(marks[shape]!);
    columns.roles.push(roles[segment.roles.codes[row]!]!);
    columns.stages.push(stages[segment.stages.codes[row]!]!);
    columns.enteredDay.push(segment.enteredDay[row]!);
    columns.exitedDay.push(segment.exitedDay[row]!);
    columns.taggedMinute.push(segment.taggedMinute[row]!);
    columns.share.push(segment.share[row]!);
  }
}
