import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Table } from '#domain/segments/codec';
import { segmentReader } from '#domain/segments/segment-reader';
import { bytesOf } from '#crm/segment-payload';

/** Reads the segments of a folder one after the other, as a function would, and tells what that took. */
const [folder, involvements] = process.argv.slice(2);
const emptyMb = process.memoryUsage().rss / 1048576;
const spent: Record<string, number> = {};

function timed<Result>(name: string, work: () => Result): Result {
  const started = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(started);
  spent[name] = (spent[name] ?? 0) + (user + system) / 1000;
  return result;
}

function* segmentsOf(table: Table): Iterable<Uint8Array> {
  const files = readdirSync(folder!).filter((name) => name.startsWith(`${table}-`));
  for (let at = 0; at < files.length; at++) {
    const text = timed('file', () => readFileSync(join(folder!, `${table}-${at}`), 'latin1'));
    yield timed('unpack', () => bytesOf(text.slice(8), text.slice(0, 8)));
  }
}

const reader = segmentReader(Number(involvements));
for (const bytes of segmentsOf('companies')) timed('companies', () => reader.addCompanies(bytes));
for (const bytes of segmentsOf('involvements')) timed('involvements', () => reader.addInvolvements(bytes));
timed('sort', reader.shared);
let deals = 0;
let tags = 0;
for (const bytes of segmentsOf('deals')) {
  const chunk = timed('deals', () => reader.chunkOfDeals(bytes));
  deals += chunk.deals.count;
  tags += chunk.involvements.count;
}
const peakMb = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ deals, tags, orphans: reader.orphans(), spent, emptyMb, peakMb }));
