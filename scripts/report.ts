import { writeFileSync } from 'node:fs';
import { WrongFlag, wrongFlagOf } from './import/flags.ts';
import { UnusableFile } from './import/issue.ts';
import { jsonOf } from './report/json.ts';
import { reportOptions, reportUsage } from './report/options.ts';
import { runReport } from './report/run.ts';
import { textOf } from './report/text.ts';

export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** The portfolio's numbers for files, in the terminal and as JSON. Exit code: 0 done, 2 a flag or a file is wrong. */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const options = reportOptions(args);
    const report = await runReport(options);
    terminal.out(`${textOf(report)}\n`);
    if (options.json !== null) writeJson(options.json, jsonOf(report));
    return 0;
  } catch (error) {
    if (error instanceof UnusableFile) {
      terminal.err(`${error.message}\n`);
      return 2;
    }
    const wrong = wrongFlagOf(error);
    if (wrong === null) throw error;
    terminal.err(`${wrong}\n\n${reportUsage}\n`);
    return 2;
  }
}

function writeJson(file: string, json: string): void {
  try {
    writeFileSync(file, json);
  } catch (error) {
    throw new WrongFlag(`--json ${file} cannot be written (${(error as NodeJS.ErrnoException).code ?? ''}).`);
  }
}

if (import.meta.main) {
  const { stdout, stderr } = process;
  const terminal = { out: (text: string) => stdout.write(text), err: (text: string) => stderr.write(text) };
  void main(process.argv.slice(2), terminal).then((code) => {
    process.exitCode = code;
  });
}
