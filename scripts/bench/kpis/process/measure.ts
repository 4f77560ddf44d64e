import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chunkOf } from '#domain/columns';
import { portfolioTally } from '#domain/kpis/portfolio';
import { peakRssMb } from '../../peak-rss.ts';
import { readChunks } from '../chunk-file.ts';
import { questionFor } from '../question.ts';
import { sharedFrom, type SharedData } from '../shared-data.ts';

const [dir, size] = process.argv.slice(2) as [string, string];
const shared = sharedFrom(JSON.parse(readFileSync(join(dir, 'shared.json'), 'utf8')) as SharedData);
let microseconds = 0;

/** Counts the processor time of all threads of the process while it works. */
function counting<Result>(work: () => Result): Result {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  microseconds += user + system;
  return result;
}

const tally = counting(() => portfolioTally(questionFor(Number(size)), shared));
for (const { deals, involvements } of readChunks(join(dir, 'chunks'))) {
  const chunk = chunkOf(deals, involvements, shared);
  counting(() => tally.add(chunk));
}
const figures = counting(() => tally.finish());
const peakMb = peakRssMb();
writeFileSync(join(dir, 'figures.json'), JSON.stringify(figures));
console.log(JSON.stringify({ cpuMs: microseconds / 1000, peakMb }));
