import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const installed = (): string | undefined =>
  [
    ...(process.env['PATH'] ?? '')
      .split(delimiter)
      .flatMap((folder) => names.map((name) => join(folder, name))),
    ...places,
  ].find(isExecutable);

/** The browser that npm brought: a headless shell for Linux on x64, unpacked on first use. */
async function fromNpm(): Promise<string> {
  // Set before the import: the package then unpacks its own copies of the system libraries it needs.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}

const advice =
  'The journeys need a browser and none could be started. Install Google Chrome or Chromium ' +
  '(on Debian or Ubuntu: apt-get install chromium), or set CHROMIUM to the path of one, and run the tests again.';

/** $CHROMIUM, else an installed Chrome or Chromium, else the one from npm. */
export async function launchChromium(): Promise<Browser> {
  const candidates = [
    () => Promise.resolve(process.env['CHROMIUM'] || undefined),
    () => Promise.resolve(installed()),
    fromNpm,
  ];
  const failures: string[] = [];
  for (const candidate of candidates) {
    try {
      const executablePath = await candidate();
      if (executablePath) return await chromium.launch({ executablePath, headless: true, args: flags });
    } catch (failure) {
      failures.push(failure instanceof Error ? (failure.message.split('\n')[0] ?? '') : String(failure));
    }
  }
  throw new Error(`${advice}\n${failures.join('\n')}`);
}
