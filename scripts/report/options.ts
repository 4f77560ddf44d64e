import { parseArgs } from 'node:util';
import { toDay } from '#domain/day';
import { fileFlags, filesOf, fileUsage, WrongFlag } from '../import/flags.ts';
import type { ImportFiles } from '../import/read-files.ts';

export interface ReportOptions {
  readonly files: ImportFiles;
  /** Days since 1970. Nothing after this day counts. */
  readonly asOf: number;
  readonly from: number | null;
  readonly to: number | null;
  /** Labels or ids; empty means all. */
  readonly pipelines: readonly string[];
  /** Label or id of the deal stage from which on deals are compared; null: no comparison. */
  readonly landmark: string | null;
  readonly json: string | null;
}

export const reportUsage = `Usage: npm run report -- --deals FILE --as-of YYYY-MM-DD [options]
${fileUsage}
  --as-of DAY           the day of the report: nothing after it counts
  --from DAY, --to DAY  the period, both days included
  --pipeline NAME       count this pipeline only (may be given several times)
  --landmark STAGE      compare the deals that reached this deal stage
  --json FILE           write the numbers to a file as well`;

export function reportOptions(args: readonly string[]): ReportOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...fileFlags,
      'as-of': { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      pipeline: { type: 'string', multiple: true },
      landmark: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const files = filesOf(values);
  if (files === null) throw new WrongFlag('--deals is missing: name the export of your deals.');
  const asOf = dayOf('--as-of', values['as-of']);
  if (asOf === null) throw new WrongFlag('--as-of is missing: name the day of the report, like 2026-09-30.');
  const [from, to] = [dayOf('--from', values.from), dayOf('--to', values.to)];
  if (from !== null && to !== null && from > to) throw new WrongFlag('--to must not be before --from.');
  return {
    files,
    asOf,
    from,
    to,
    pipelines: values.pipeline ?? [],
    landmark: values.landmark ?? null,
    json: values.json ?? null,
  };
}

function dayOf(flag: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const day = toDay(text);
  if (day === null) throw new WrongFlag(`${flag} ${text}: write a day like 2026-09-30.`);
  return day;
}
