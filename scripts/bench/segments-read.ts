import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Table } from '#domain/segments/codec';
import { portfolioTally } from '#domain/kpis/portfolio';
import { segmentReader } from '#domain/segments/segment-reader';
import { releaseBytes } from '#crm/release-bytes';
import { bytesOf } from '#crm/segment-payload';
import { peakRssMb } from './peak-rss.ts';
import { syntheticPortfolio } from './synthetic-portfolio.ts';

/** Reads the segments of a folder one after the other, as a function would, and tells what that took. */
const [folder, involvements, mode] = process.argv.slice(2);
const emptyMb = process.memoryUsage().rss / 1048576;
const startedMs = process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000;
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
    const bytes = timed('unpack', () => bytesOf(text.slice(8), text.slice(0, 8)));
    yield bytes;
    releaseBytes(bytes);
  }
}

const reader = segmentReader(Number(involvements));
for (const bytes of segmentsOf('companies')) timed('companies', () => reader.addCompanies(bytes));
for (const bytes of segmentsOf('involvements')) timed('involvements', () => reader.addInvolvements(bytes));
const shared = timed('sort', reader.shared);
const tally = mode === 'figures' ? portfolioTally(syntheticPortfolio(0).question, shared) : null;
let deals = 0;
let tags = 0;
for (const bytes of segmentsOf('deals')) {
  const chunk = timed('deals', () => reader.chunkOfDeals(bytes));
  if (tally !== null) timed('figures', () => tally.add(chunk));
  deals += chunk.deals.count;
  tags += chunk.involvements.count;
}
const figures = tally === null ? null : timed('figures', () => tally.finish(reader.orphans()));
const peakMb = peakRssMb();
const { user, system } = process.cpuUsage();
console.log(
  JSON.stringify({
    deals,
    tags,
    figures: figures?.kpis.length ?? 0,
    'CPU ms': Math.round((user + system) / 1000 - startedMs),
    'of which': Object.fromEntries(Object.entries(spent).map(([name, ms]) => [name, Math.round(ms)])),
    'RSS MB, empty and at most': [Math.round(emptyMb), Math.round(peakMb)],
  }),
);
