import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { columnsBuilder } from '#domain/columns';
import { syntheticPortfolio } from '../../synthetic-portfolio.ts';
import { chunkWriter } from '../chunk-file.ts';
import { sharedAsData } from '../shared-data.ts';
import { sliceOf } from '../slice.ts';
import { writeTables } from '../tables.ts';

const chunkDeals = 4096;
const [dir, size] = process.argv.slice(2) as [string, string];
const portfolio = syntheticPortfolio(Number(size));
const builder = columnsBuilder();
for (const row of portfolio.syntheticCompanies()) builder.addCompany(row);
for (const row of portfolio.syntheticDeals(0, portfolio.deals)) builder.addDeal(row);
for (const row of portfolio.syntheticInvolvements(0, portfolio.deals)) builder.addInvolvement(row);
const columns = builder.finish();

const chunks = chunkWriter(join(dir, 'chunks'));
for (let from = 0; from < columns.deals.count; from += chunkDeals) {
  chunks.write(sliceOf(columns, from, Math.min(from + chunkDeals, columns.deals.count)));
}
chunks.close();
writeFileSync(join(dir, 'shared.json'), JSON.stringify(sharedAsData(columns)));
writeTables(dir, columns);
