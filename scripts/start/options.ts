import { parseArgs } from 'node:util';
import { fileFlags, filesOf, fileUsage, WrongFlag } from '../import/flags.ts';
import type { ImportFiles } from '../import/read-files.ts';

export interface StartOptions {
  /** Null: the usual one, or any free one where that is taken. */
  readonly port: number | null;
  /** Where the records stay between starts; null: in memory. */
  readonly dataFile: string | null;
  readonly source: { readonly kind: 'demo'; readonly seed: number } | { readonly kind: 'empty' } | FileSource;
  readonly open: boolean;
}

interface FileSource {
  readonly kind: 'files';
  readonly files: ImportFiles;
}

export const startUsage = `Usage: npm start -- [options]
Without options: demo data, in memory.
${fileUsage}
  --empty               no records at all
  --seed NUMBER         another world of demo data (default 7)
  --data FILE           keep the records in this file between starts
  --port NUMBER         the port (default 4300, or a free one where that is taken)
  --no-open             do not open the browser`;

export function startOptions(args: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...fileFlags,
      empty: { type: 'boolean', default: false },
      seed: { type: 'string' },
      data: { type: 'string' },
      port: { type: 'string' },
      'no-open': { type: 'boolean', default: false },
    },
  });
  const files = filesOf(values);
  const seed = wholeOf('--seed', values.seed, 2 ** 32) ?? 7;
  if (values.empty && files !== null) throw new WrongFlag('--empty and --deals exclude each other.');
  return {
    port: wholeOf('--port', values.port, 65_535),
    dataFile: values.data ?? null,
    source:
      files !== null ? { kind: 'files', files } : values.empty ? { kind: 'empty' } : { kind: 'demo', seed },
    open: !values['no-open'],
  };
}

function wholeOf(flag: string, text: string | undefined, highest: number): number | null {
  if (text === undefined) return null;
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= highest) return number;
  throw new WrongFlag(`${flag} ${text}: write a whole number from 0 to ${highest}.`);
}
