import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeRows, type Table, type TableRows } from '#domain/segments/codec';
import { checksumOf, payloadLimit, payloadOf } from '#crm/segment-payload';
import { syntheticPortfolio } from './synthetic-portfolio.ts';

/** New segments are filled so far, so that changed rows find room. */
const fill = 0.75;
const room = payloadLimit * fill;

interface Written {
  rows: number;
  segments: number;
  characters: number;
  encodeMs: number;
}

/** Writes the segments of a synthetic portfolio as files of one folder, as a refresh would write them to the CRM. */
function write<T extends Table>(folder: string, table: T, rows: Iterable<TableRows[T]>): Written {
  const written: Written = { rows: 0, segments: 0, characters: 0, encodeMs: 0 };
  let most = 1500;
  let held: TableRows[T][] = [];
  const close = (): void => {
    const started = process.cpuUsage();
    const payload = payloadOf(encodeRows(table, held));
    written.encodeMs += cpuMs(started);
    writeFileSync(join(folder, `${table}-${written.segments++}`), checksumOf(payload) + payload);
    written.rows += held.length;
    written.characters += payload.length;
    most = Math.floor((held.length * room) / payload.length);
    held = [];
  };
  for (const row of rows) if (held.push(row) >= most) close();
  if (held.length > 0) close();
  return written;
}

function cpuMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

const [folder, count] = process.argv.slice(2);
const portfolio = syntheticPortfolio(Number(count));
console.log(
  JSON.stringify({
    deals: write(folder!, 'deals', portfolio.syntheticDeals(0, portfolio.deals)),
    involvements: write(folder!, 'involvements', portfolio.syntheticInvolvements(0, portfolio.deals)),
    companies: write(folder!, 'companies', portfolio.syntheticCompanies()),
  }),
);
