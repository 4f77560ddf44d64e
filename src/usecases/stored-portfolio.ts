import type { Freshness, UnfinishedRefresh } from '#contract/read-portfolio';
import { Problem } from '#contract/problem';
import type { Columns, SharedColumns } from '#domain/columns';
import { formatVersion, type Table } from '#domain/segments/codec';
import { segmentReader } from '#domain/segments/segment-reader';
import { SegmentUnreadable } from '#domain/segments/segment-unreadable';
import { segmentKey, type Head, type OpenedPortfolio, type PortfolioDoor } from './crm/portfolio.ts';
import { PayloadQueue } from './payload-queue.ts';
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

/** Four megabytes an answer, and a million deals in eight of them. A batch read takes a hundred. */
const payloadsPerRead = 75;

interface SegmentReading {
  readonly until: number | null;
  /** Nobody reads the payloads that came with the head afterwards. */
  readonly isLast: boolean;
}

/** Gives the bytes of every segment of these tables, and keeps none. Answers the keys of those that cannot be read. */
export async function readSegments(
  door: PortfolioDoor,
  { head, payloads }: StoredPortfolio,
  tables: readonly Table[],
  take: (table: Table, bytes: Uint8Array) => void,
  { until, isLast }: SegmentReading,
): Promise<readonly string[]> {
  const wanted = tables.flatMap((table) =>
    head.segments[table].map(({ key }) => ({ table, key: segmentKey(table, key) })),
  );
  const later = wanted.map(({ key }) => key).filter((key) => !payloads.has(key));
  const unreadable: string[] = [];
  const lastGiven = wanted.findLast(({ key }) => payloads.has(key))?.key;
  const queue = new PayloadQueue(door, later, payloadsPerRead);
  for (const { table, key } of wanted) {
    const bytes = door.unpack(payloads.get(key) ?? (await queue.take(key, until)) ?? '');
    if (!bytes || !isTaken(() => take(table, bytes))) unreadable.push(key);
    if (bytes) door.release(bytes);
    if (isLast && key === lastGiven) door.releasePayloads(payloads);
  }
  queue.release();
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

/** What a chunk of deals with their tags is given to; `shared` is complete before the first chunk. */
interface ChunkTaker<Figures> {
  readonly add: (chunk: Columns) => void;
  readonly finish: (orphans: number) => Figures;
}

export interface StoredReading<Figures> {
  readonly figures: Figures;
  readonly shared: SharedColumns;
  readonly dealsRead: number;
  /** Segments whose rows are missing. */
  readonly damaged: number;
}

/**
 * Decodes segment after segment and gives the deals, chunk by chunk, to a taker. What cannot be read is noted for the
 * next refresh, unless a refresh has only just put other segments in its place: then all is read once more.
 */
export async function readStored<Figures>(
  door: PortfolioDoor,
  stored: StoredPortfolio,
  takerOf: (shared: SharedColumns) => ChunkTaker<Figures>,
  until: number | null,
): Promise<StoredReading<Figures>> {
  const { reading, unreadable } = await readOnce(door, stored, takerOf, until);
  if (unreadable.length === 0) return reading;
  const now = storedIn(await door.openPortfolio(firstSegments));
  if (now && JSON.stringify(now.head.segments) !== JSON.stringify(stored.head.segments))
    return (await readOnce(door, now, takerOf, until)).reading;
  if (unreadable.some((key) => !stored.damage.includes(key))) await door.noteDamage(unreadable);
  return reading;
}

async function readOnce<Figures>(
  door: PortfolioDoor,
  stored: StoredPortfolio,
  takerOf: (shared: SharedColumns) => ChunkTaker<Figures>,
  until: number | null,
) {
  const { segments } = stored.head;
  const reader = segmentReader(segments.involvements.reduce((sum, { rows }) => sum + rows, 0));
  let taker: ChunkTaker<Figures> | null = null;
  let dealsRead = 0;
  const taken = () => (taker ??= takerOf(reader.shared()));
  const take = (table: Table, bytes: Uint8Array): void => {
    if (table === 'companies') return reader.addCompanies(bytes);
    if (table === 'involvements') return reader.addInvolvements(bytes);
    const chunk = reader.chunkOfDeals(bytes);
    taken().add(chunk);
    dealsRead += chunk.deals.count;
  };
  const unreadable = await readSegments(door, stored, readingOrder, take, { until, isLast: true });
  const figures = taken().finish(reader.orphans());
  const damaged = damagedIn(stored.head, unreadable);
  return { reading: { figures, shared: reader.shared(), dealsRead, damaged }, unreadable };
}

/** Segments whose rows are missing: those that cannot be read, and those that a refresh is reading anew. */
function damagedIn({ segments, work }: Head, unreadable: readonly string[]): number {
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

export const unfinishedIn = (head: Head | null): UnfinishedRefresh | null =>
  head?.work
    ? {
        phase: head.work.phase,
        done: head.work.recordsRead,
        total: Math.max(head.work.recordsRead, head.work.recordsTotal),
      }
    : null;
