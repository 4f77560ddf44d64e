export default {
  mutate: ['src/domain/**/*.ts', '!src/domain/**/*.test.ts', '!src/domain/**/fixtures/**'],
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  coverageAnalysis: 'perTest',
  // What runs only while a file loads: vocabulary, default settings, texts of the catalogue. Each would take a whole run.
  ignoreStatic: true,
  jest: {
    configFile: 'jest.config.js',
    config: {
      testMatch: ['<rootDir>/src/domain/**/*.test.ts'],
      // Simulations take minutes per mutant, and a limit on time says nothing about a mutant on a busy machine.
      testPathIgnorePatterns: ['/node_modules/', 'null-worlds\\.test\\.ts$', 'speed\\.test\\.ts$'],
      setupFiles: ['<rootDir>/test/setup.ts', '<rootDir>/test/mutation/one-seed.ts'],
      testEnvironment: './test/mutation/first-failure.cjs',
      testSequencer: './test/mutation/rules-before-laws.cjs',
    },
  },
  ignorePatterns: ['docs', 'build', 'out', 'coverage'],
  concurrency: 2,
  // Jest keeps memory from run to run.
  maxTestRunnerReuse: 50,
  // Endless loops are found by counting; the rest may wait for a busy machine.
  timeoutMS: 10_000,
  incremental: true,
  incrementalFile: 'reports/mutation/incremental.json',
  reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
  htmlReporter: { fileName: 'reports/mutation/mutation.html' },
  thresholds: { high: 95, low: 90, break: 90 },
};
