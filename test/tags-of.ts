import type { TagColumns } from '#domain/columns/tag-columns';

/** Deal id and partner code of each involvement; the share is its place. */
export function tagsOf(...tags: readonly (readonly [deal: number, partner: number])[]): TagColumns {
  const count = tags.length;
  return {
    count,
    dealId: Float64Array.from(tags, ([deal]) => deal),
    partner: Int32Array.from(tags, ([, partner]) => partner),
    share: Float64Array.from(tags, (_, place) => place),
    tier: new Uint8Array(count),
    status: new Uint8Array(count),
    marks: new Uint8Array(count),
    roles: new Uint16Array(count),
    stages: new Uint8Array(count),
    enteredDay: new Int32Array(count),
    exitedDay: new Int32Array(count),
    taggedMinute: new Int32Array(count),
  };
}
