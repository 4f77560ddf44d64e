import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Columns } from '#domain/columns';
import { foreignAmount, partnerAsAccount } from '#domain/columns/deal-columns';
import { hasEvidence, isOrigin } from '#domain/columns/involvement-columns';
import { missing } from '#domain/columns/minute';

type Value = number | null;
const known = (value: number): Value => (value === missing || Number.isNaN(value) ? null : value);
const code = (value: number): Value => (value < 0 ? null : value);
const bit = (bits: number, of: number): number => ((bits & of) === 0 ? 0 : 1);

/** The same rows as comma-separated files for another engine: codes and whole numbers, empty where there is none. */
export function writeTables(dir: string, columns: Columns): void {
  const { deals, involvements, companies } = columns;
  const file = (name: string, rows: number, rowOf: (row: number) => readonly Value[]): void =>
    writeRows(join(dir, `${name}.csv`), rows, rowOf);
  file('deals', deals.count, (row) => dealOf(columns, row));
  const dealOfEntry = ownersOf(deals.stageStart, deals.entryStage.length);
  file('entries', deals.entryStage.length, (entry) => [
    dealOfEntry[entry]!,
    deals.entryStage[entry]!,
    known(deals.entryMinute[entry]!),
    known(deals.entrySpent[entry]!),
  ]);
  const dealOfTag = ownersOf(involvements.start, involvements.count);
  file('tags', involvements.count, (tag) => [dealOfTag[tag]!, ...tagOf(columns, tag)]);
  file('accounts', companies.accountRegion.length, (account) => [
    account,
    code(companies.accountRegion[account]!),
    code(companies.accountIndustry[account]!),
    code(companies.accountSize[account]!),
  ]);
  file('partners', companies.partnerType.length, (partner) => [
    partner,
    code(companies.partnerType[partner]!),
    known(companies.onboardedDay[partner]!),
  ]);
}

function dealOf({ deals }: Columns, row: number): readonly Value[] {
  return [
    row,
    deals.outcome[row]!,
    known(deals.createdMinute[row]!),
    known(deals.closeMinute[row]!),
    known(deals.amountMinor[row]!),
    known(deals.weightedMinor[row]!),
    bit(deals.flags[row]!, foreignAmount),
    bit(deals.flags[row]!, partnerAsAccount),
    deals.answer[row]!,
    code(deals.stage[row]!),
    code(deals.account[row]!),
    code(deals.dealType[row]!),
    code(deals.lossReason[row]!),
  ];
}

function tagOf({ involvements: tags }: Columns, tag: number): readonly Value[] {
  return [
    tags.partner[tag]!,
    tags.tier[tag]!,
    tags.status[tag]!,
    bit(tags.marks[tag]!, isOrigin),
    bit(tags.marks[tag]!, hasEvidence),
    tags.roles[tag]!,
    tags.stages[tag]!,
    known(tags.enteredDay[tag]!),
    known(tags.exitedDay[tag]!),
    known(tags.taggedMinute[tag]!),
  ];
}

/** The row that each of the parts belongs to. */
function ownersOf(start: Int32Array, parts: number): Int32Array {
  const owner = new Int32Array(parts);
  for (let row = 0; row + 1 < start.length; row++) owner.fill(row, start[row], start[row + 1]);
  return owner;
}

function writeRows(path: string, rows: number, rowOf: (row: number) => readonly Value[]): void {
  const file = openSync(path, 'w');
  const atOnce = 10_000;
  for (let from = 0; from < rows; from += atOnce) {
    const lines: string[] = [];
    for (let row = from; row < Math.min(rows, from + atOnce); row++) lines.push(`${rowOf(row).join(',')}\n`);
    writeSync(file, lines.join(''));
  }
  closeSync(file);
}
