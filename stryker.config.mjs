export default {
  mutate: ['src/domain/**/*.ts', '!src/domain/**/*.test.ts', '!src/domain/**/fixtures/**'],
  testRunner: 'in-process',
  plugins: ['./test/mutation/in-process-runner.ts'],
  coverageAnalysis: 'perTest',
  ignorePatterns: ['docs', 'build', 'out', 'coverage'],
  concurrency: 2,
  // Endless loops are found by counting; the rest may wait for a busy machine.
  timeoutMS: 20_000,
  incremental: true,
  incrementalFile: 'reports/mutation/incremental.json',
  reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
  htmlReporter: { fileName: 'reports/mutation/mutation.html' },
  thresholds: { high: 95, low: 90, break: 90 },
};
