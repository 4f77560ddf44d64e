import type { Freshness } from '#contract/read-portfolio';
import { Problem } from '#contract/problem';
import { formatVersion, type Table } from '#domain/segments/codec';
import { SegmentUnreadable } from '#domain/segments/segment-unreadable';
import {
  segmentKey,
  type Head,
  type OpenedPortfolio,
  type Payloads,
  type PortfolioDoor,
} from './crm/portfolio.ts';
import { segmentWith } from './refresh/segment-index.ts';

/** The order in which `segmentReader` takes them. */
const readingOrder: readonly Table[] = ['companies', 'involvements', 'deals'];

/**
 * Keys of the segments that a portfolio has first. Asked for together with settings and head, before anybody knows how
 * many there are: 97 and those three are one batch read, and hold some 120,000 deals. A key without a record costs nothing.
 */
export const firstSegments: readonly string[] = (
  [
    ['companies', 9],
    ['involvements', 22],
    ['deals', 66],
  ] as const
).flatMap(([table, count]) => Array.from({ length: count }, (_, key) => segmentKey(table, key)));

export interface StoredPortfolio extends OpenedPortfolio {
  readonly head: Head & { readonly readFrom: number };
}

/** The portfolio as segments; null where it was never read to its end, or holds other amounts than the settings ask for. */
export function storedIn(opened: OpenedPortfolio): StoredPortfolio | null {
  const { head, installed } = opened;
  if (!head || head.readFrom === null || head.reading.format !== formatVersion) return null;
  if (head.reading.homeCurrency !== installed.settings.homeCurrency) return null;
  return { ...opened, head: { ...head, readFrom: head.readFrom } };
}

/** What one batch read takes, some five megabytes. */
const payloadsPerRead = 100;

/**
 * Gives the bytes of every segment, companies first, deals last in the order of ids, and keeps none. What `take` cannot
 * read, or is not there, is damaged: answers its keys, after leaving a note for the next refresh.
 */
export async function readSegments(
  door: PortfolioDoor,
  { head, payloads, damage }: StoredPortfolio,
  take: (table: Table, bytes: Uint8Array) => void,
  until: number | null,
): Promise<readonly string[]> {
  const wanted = readingOrder.flatMap((table) =>
    head.segments[table].map(({ key }) => ({ table, key: segmentKey(table, key) })),
  );
  const later = wanted.map(({ key }) => key).filter((key) => !payloads.has(key));
  const unreadable: string[] = [];
  let read: Payloads = new Map();
  for (const { table, key } of wanted) {
    if (later[0] === key) read = await door.payloads(later.splice(0, payloadsPerRead), until);
    const bytes = door.unpack(payloads.get(key) ?? read.get(key) ?? '');
    if (!bytes || !isTaken(() => take(table, bytes))) unreadable.push(key);
  }
  if (unreadable.some((key) => !damage.includes(key))) await door.noteDamage(unreadable);
  return unreadable;
}

function isTaken(take: () => void): boolean {
  try {
    take();
    return true;
  } catch (error) {
    if (error instanceof SegmentUnreadable) return false;
    throw error;
  }
}

/** Segments whose rows are missing: those that cannot be read, and those that a refresh is reading anew. */
export function damagedIn({ segments, work }: Head, unreadable: readonly string[]): number {
  const underRepair = (work?.searches ?? []).filter(({ table, since, above }) => {
    const segment = segmentWith(segments[table], above + 1);
    return since === null && segment && !unreadable.includes(segmentKey(table, segment.key));
  });
  return unreadable.length + underRepair.length;
}

/** How many deals and tags changed since; null where HubSpot did not say. */
export async function changesSince(
  door: PortfolioDoor,
  readFrom: number,
  until: number | null,
): Promise<number | null> {
  const where = { since: readFrom, above: 0, below: null };
  try {
    const found = await Promise.all(
      (['deals', 'involvements'] as const).map((table) => door.changedIds(table, where, until)),
    );
    return found.reduce((sum, { total }) => sum + total, 0);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

export const freshnessOf = (
  { readFrom, sweptAt }: StoredPortfolio['head'],
  damaged: number,
  changesPending: number | null,
): Freshness => ({
  kind: 'stored',
  readFrom: new Date(readFrom).toISOString(),
  changesPending,
  sweptAt: sweptAt === null ? null : new Date(sweptAt).toISOString(),
  damaged,
});
