export default {
  mutate: ['src/domain/**/*.ts', '!src/domain/**/*.test.ts', '!src/domain/**/fixtures/**'],
  testRunner: 'in-process',
  plugins: ['./test/mutation/in-process-runner.ts'],
  coverageAnalysis: 'perTest',
  ignorePatterns: ['docs', 'build', 'out', 'coverage'],
  concurrency: 2,
  // Most endless loops are found by counting. The run without mutants, which this is measured by, takes three times as long.
  timeoutMS: 20_000,
  timeoutFactor: 1,
  incremental: true,
  incrementalFile: 'reports/mutation/incremental.json',
  reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
  htmlReporter: { fileName: 'reports/mutation/mutation.html' },
  thresholds: { high: 95, low: 90, break: 90 },
};
