import type { GrowingDictionary } from '../columns/dictionary.ts';
import { hasEvidence, isImported, isOrigin } from '../columns/involvement-columns.ts';
import type { TagColumns } from '../columns/tag-columns.ts';
import type { ListColumn } from './dictionaries.ts';
import { evidenceMark, importedMark, originMark, type InvolvementSegment } from './involvement-segment.ts';
import { codesBy } from './shared-codes.ts';

/** The involvements of a portfolio, segment by segment, with the partners' codes and the names that tags have for them. */
export interface TagTable {
  readonly add: (segment: InvolvementSegment) => void;
  /** By partner code: the name on the last tag. */
  readonly names: readonly string[];
  readonly columns: () => TagColumns;
}

/** Memory is taken once for as many involvements as are expected; more than those cost time and memory. */
export function tagTable(partners: GrowingDictionary, expected: number): TagTable {
  let tags = emptyTags(expected);
  let count = 0;
  const names: string[] = [];
  return {
    names,
    add: (segment) => {
      const { size, items, codes } = segment.partner;
      const partner = codesBy(size, (pair) => partners.take(segment.partnerIds.at(items[2 * pair]!)));
      if (count + segment.count > tags.count)
        tags = widened(tags, Math.max(count * 2, count + segment.count));
      tags = withRoomForShares(tags, segment.share);
      putTags(tags, count, segment, partner);
      count += segment.count;
      const named = new Int32Array(partners.texts.length).fill(-1);
      for (let row = 0; row < codes.length; row++) {
        const pair = codes[row]!;
        if (partner[pair]! >= 0) named[partner[pair]!] = items[2 * pair + 1]!;
      }
      named.forEach((name, code) => {
        if (name >= 0) names[code] = segment.partnerNames.at(name);
      });
    },
    columns: () => ({ ...tags, count }),
  };
}

const emptyTags = (count: number): TagColumns => ({
  count,
  dealId: new Float64Array(count),
  partner: new Int32Array(count),
  tier: new Uint8Array(count),
  status: new Uint8Array(count),
  marks: new Uint8Array(count),
  roles: new Uint16Array(count),
  stages: new Uint8Array(count),
  enteredDay: new Int32Array(count),
  exitedDay: new Int32Array(count),
  taggedMinute: new Int32Array(count),
  share: new Float64Array(),
});

/** Shares take no memory until there are some, and half of it while all of them are such as 12.5, exact in 32 bits. */
function withRoomForShares(tags: TagColumns, shares: Float64Array): TagColumns {
  const { share, count } = tags;
  if (shares.every((one) => Object.is(Math.fround(one), one)))
    return share.length > 0 || shares.every(Number.isNaN)
      ? tags
      : { ...tags, share: new Float32Array(count).fill(NaN) };
  if (share instanceof Float64Array && share.length > 0) return tags;
  return { ...tags, share: share.length > 0 ? Float64Array.from(share) : new Float64Array(count).fill(NaN) };
}

function widened(tags: TagColumns, count: number): TagColumns {
  const Kind = tags.share.constructor as new (count: number) => Float64Array | Float32Array;
  const share = new Kind(tags.share.length > 0 ? count : 0).fill(NaN);
  const wider = { ...emptyTags(count), share };
  for (const name of Object.keys(wider) as (keyof TagColumns)[])
    if (name !== 'count') wider[name].set(tags[name]);
  return wider;
}

/** Bits of the places in each list of a vocabulary. */
function bitsOf({ size, start, items }: ListColumn): Int32Array {
  const bits = new Int32Array(size);
  for (let list = 0; list < size; list++)
    for (let at = start[list]!; at < start[list + 1]!; at++) bits[list]! |= 1 << items[at]!;
  return bits;
}

const marksOf = (marks: number): number =>
  ((marks & originMark) !== 0 ? isOrigin : 0) |
  ((marks & importedMark) !== 0 ? isImported : 0) |
  ((marks & evidenceMark) !== 0 ? hasEvidence : 0);

function putTags(tags: TagColumns, first: number, segment: InvolvementSegment, partner: Int32Array): void {
  const { shapes, shape } = segment;
  const roles = bitsOf(segment.roles);
  const stages = bitsOf(segment.stages);
  const marks = shapes.map((each) => marksOf(each.marks));
  for (let row = 0, tag = first; row < segment.count; row++, tag++) {
    const place = shape[row]!;
    const code = partner[segment.partner.codes[row]!]!;
    // A tag without a partner belongs to nobody: counted with the orphans.
    tags.dealId[tag] = code < 0 ? NaN : segment.dealId[row]!;
    tags.partner[tag] = code;
    tags.tier[tag] = shapes[place]!.tier;
    tags.status[tag] = shapes[place]!.status;
    tags.marks[tag] = marks[place]!;
    tags.roles[tag] = roles[segment.roles.codes[row]!]!;
    tags.stages[tag] = stages[segment.stages.codes[row]!]!;
  }
  tags.enteredDay.set(segment.enteredDay, first);
  tags.exitedDay.set(segment.exitedDay, first);
  tags.taggedMinute.set(segment.taggedMinute, first);
  if (tags.share.length > 0) tags.share.set(segment.share, first);
}
