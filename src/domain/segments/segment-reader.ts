import { chunkOf, type Columns, type SharedColumns } from '../columns.ts';
import { growingDealDictionaries } from '../columns/deal-columns.ts';
import { growingDictionary } from '../columns/dictionary.ts';
import { joinTags, type TagJoin } from '../columns/tag-columns.ts';
import { accountCodes } from './account-codes.ts';
import type { ByteReader } from './bytes.ts';
import { readSegment, type Table } from './codec.ts';
import { readCompanies } from './company-segment.ts';
import { companyTable } from './company-table.ts';
import { dealChunk } from './deal-chunk.ts';
import { readInvolvements } from './involvement-segment.ts';
import { readDeals } from './read-deals.ts';
import { sharedRoom } from './room.ts';
import { tagTable } from './tag-table.ts';

/**
 * Reads a portfolio from the bytes of its segments, one after the other: first all companies, then all involvements, then
 * the deals in the order of ids. Every figure of the chunks equals that of `columnsOf` over the same rows. Nothing of a
 * segment is kept but companies and involvements as columns. A segment that cannot be read throws SegmentUnreadable.
 */
export interface SegmentReader {
  readonly addCompanies: (bytes: Uint8Array) => void;
  readonly addInvolvements: (bytes: Uint8Array) => void;
  /** The deals of one segment with their involvements: to be used before the next, which takes the same memory. */
  readonly chunkOfDeals: (bytes: Uint8Array) => Columns;
  /** Involvements of deals that no chunk had: of deals that the portfolio does not hold, once all chunks are read. */
  readonly orphans: () => number;
  /** What all chunks share: complete once all chunks are read. */
  readonly shared: () => SharedColumns;
}

interface Opened {
  readonly shared: SharedColumns;
  readonly tags: TagJoin;
}

export function segmentReader(expectedInvolvements = 0): SegmentReader {
  const accounts = accountCodes();
  const partners = growingDictionary();
  const companies = companyTable(accounts, partners);
  const involvements = tagTable(partners, expectedInvolvements);
  const dictionaries = { ...growingDealDictionaries(), accounts, partners };
  const { room, clear } = sharedRoom();
  const read = <S>(table: Table, bytes: Uint8Array, readBody: (from: ByteReader, count: number) => S): S => {
    clear();
    return readSegment(table, bytes, readBody, room);
  };
  let opened: Opened | null = null;
  const open = (): Opened =>
    (opened ??= {
      shared: { companies: companies.columns(involvements.names), dictionaries },
      tags: joinTags(involvements.columns(), partners),
    });
  const mustComeFirst = (): void => {
    if (opened !== null) throw new Error('Companies and involvements come before deals');
  };
  return {
    addCompanies: (bytes) => {
      mustComeFirst();
      companies.add(read('companies', bytes, readCompanies));
    },
    addInvolvements: (bytes) => {
      mustComeFirst();
      involvements.add(read('involvements', bytes, readInvolvements));
    },
    chunkOfDeals: (bytes) => {
      const { shared, tags } = open();
      const deals = dealChunk(read('deals', bytes, readDeals), dictionaries, room);
      return chunkOf(deals, tags.take(deals.id), shared);
    },
    orphans: () => open().tags.orphans(),
    shared: () => open().shared,
  };
}
