import type { RefreshPhase } from '#contract/refresh-portfolio';
import type { Table, TableRows } from '#domain/segments/codec';
import type { DealReading, Installed, Owner, Pipeline } from '../crm.ts';

/** The tables of a stored portfolio, each in the order of record ids. */
export const tables: readonly Table[] = ['deals', 'involvements', 'companies'];
export type { Table };
export type TableRow = TableRows[Table];
export type PerTable<Value> = Readonly<Record<Table, Value>>;

/** The part of the port that materialises the portfolio and reads it back (docs/decisions/0006). */
export interface PortfolioDoor extends RecordSource, PortfolioStore, CallPace {}

/** How the records of a table are read: everything page by page, or what changed by id. */
export interface RecordSource {
  /** The next page of the list, in the order of ids, from the primary store. Throws `out_of_time` after `until`. */
  page(table: Table, reading: DealReading, place: ListPlace): Promise<ListPage>;
  /** Ids of changed records, ascending, one page of a search; `total` counts all that match. */
  changedIds(table: Table, change: ChangedWhere, until: number | null): Promise<ChangedIds>;
  /** The rows of these records from the primary store; those that are gone, or say nothing, are absent. */
  rows(
    table: Table,
    ids: readonly number[],
    reading: DealReading,
    until: number | null,
  ): Promise<readonly TableRow[]>;
  countRecords(table: Table): Promise<number>;
}

interface ListPlace {
  /** HubSpot's cursor, null for the start. */
  readonly after: string | null;
  readonly until: number | null;
}

interface ListPage {
  readonly rows: readonly TableRow[];
  /** Null after the last page. */
  readonly after: string | null;
}

/** `since` an instant (inclusive), ids above `above` and below `below` (both exclusive). */
interface ChangedWhere {
  readonly since: number | null;
  readonly above: number;
  readonly below: number | null;
}

interface ChangedIds {
  readonly ids: readonly number[];
  readonly total: number;
}

/** The records of our second custom object that hold the portfolio. */
export interface PortfolioStore {
  /** Most characters of one payload. */
  readonly payloadLimit: number;
  /** Settings, head and any further payloads in one call. Throws `not_installed` where the settings are missing. */
  openPortfolio(keys: readonly string[]): Promise<OpenedPortfolio>;
  payloads(keys: readonly string[], until: number | null): Promise<Payloads>;
  writePayloads(payloads: ReadonlyMap<string, string>): Promise<void>;
  writeHead(head: Head): Promise<void>;
  /** Leaves a note for the next refresh: segments that could not be read. */
  noteDamage(keys: readonly string[]): Promise<void>;
  archivePayloads(keys: readonly string[]): Promise<void>;
  /** False where somebody has taken this generation. */
  claimLease(lease: Lease): Promise<boolean>;
  leaseOf(generation: number): Promise<Lease | null>;
  pack(bytes: Uint8Array): string;
  /** Null for a payload that is damaged or of a format that this version does not read. */
  unpack(payload: Payload): Uint8Array | null;
  /** Bytes of `unpack` that nobody reads any more: their memory is given back at once. */
  release(bytes: Uint8Array): void;
  /** All payloads of one answer, likewise. */
  releasePayloads(payloads: Payloads): void;
}

/** What `pack` makes of bytes: as it was made, or the characters as they came from the store. */
export type Payload = string | Uint8Array;
export type Payloads = ReadonlyMap<string, Payload>;

export interface OpenedPortfolio {
  readonly installed: Installed;
  /** Null where there is none, or none that this version reads: the portfolio is built anew. */
  readonly head: Head | null;
  readonly payloads: Payloads;
  readonly damage: readonly string[];
}

/** Calls that a window of the rate limit still holds, carried from one function to the next. */
export type SpentCalls = readonly { readonly at: number; readonly calls: number }[];

export interface CallPace {
  spentCalls(): SpentCalls;
  carryCalls(spent: SpentCalls): void;
  /** How long the next step should wait, so that it finds room for as many calls as this one made since `start`. */
  pauseAfter(start: number): number;
}

/** Rows with ids from `from` up to the `from` of the next segment; the first also takes all below, the last all above. */
export interface SegmentEntry {
  readonly key: number;
  readonly from: number;
  readonly rows: number;
}

/** What the record `head` holds: the index of the segments, what they are read with, and the refresh at work. */
export interface Head {
  readonly reading: {
    /** Version of the bytes. */
    readonly format: number;
    readonly homeCurrency: string;
    /** Stages whose dates are read, sorted. */
    readonly stages: readonly string[];
  };
  readonly pipelines: readonly Pipeline[];
  readonly owners: readonly Owner[];
  readonly segments: PerTable<readonly SegmentEntry[]>;
  readonly nextKey: PerTable<number>;
  /** Instant up to which every change is in; null until everything was read once. */
  readonly readFrom: number | null;
  readonly sweptAt: number | null;
  readonly work: Work | null;
  readonly lease: Lease | null;
  /** Keys of records that no longer count; archived after the head that says so is written. */
  readonly trash: readonly string[];
  readonly spent: SpentCalls;
}

export interface Lease {
  readonly generation: number;
  readonly worker: string;
  readonly until: number;
}

/** A refresh that is not at its end. Started at `startedAt`: the next watermark. */
export interface Work {
  readonly phase: RefreshPhase;
  readonly startedAt: number;
  readonly recordsRead: number;
  readonly recordsTotal: number;
  readonly segmentsWritten: number;
  readonly rebuilt: number;
  /** Build and sweep: where each table's walk has come to. */
  readonly walks: PerTable<WalkPlace> | null;
  /** Changes: searches that are still to be read to their end, in this order. */
  readonly searches: readonly ChangeSearch[];
}

/**
 * A walk reads a table in the order of ids and closes one range of the index after the other. Rows of the range that is
 * open wait in the record `tail:<table>`, as far as they are not in `pieces`.
 */
export interface WalkPlace {
  readonly after: string | null;
  readonly isDone: boolean;
  /** First id of the open range. */
  readonly from: number;
  /** Segments of the open range that are written, and count when the range is closed. */
  readonly pieces: readonly SegmentEntry[];
  /** First id that is not in `pieces`, and the cursor that leads to it. */
  readonly tailFrom: number;
  readonly tailAfter: string | null;
  /** Tells the tail that belongs to this place; null where there are no rows. */
  readonly tailMark: string | null;
  /** Rows that fill a segment, as the last one taught. */
  readonly fill: number;
}

/** `since` null: every record of the range, because its segment was damaged. */
export interface ChangeSearch extends ChangedWhere {
  readonly table: Table;
}

export const segmentKey = (table: Table, key: number): string => `${table}:${key}`;
