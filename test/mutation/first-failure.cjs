const { TestEnvironment } = require('jest-environment-node');

let dead;

/** A mutant is dead at its first failing test: the tests that are left are skipped. Jest's own bail is for whole files. */
module.exports = class extends TestEnvironment {
  handleTestEvent({ name, test }) {
    const mutant = process.env.__STRYKER_ACTIVE_MUTANT__;
    if (mutant === undefined) return;
    if (name === 'test_done' && test.errors.length > 0) dead = mutant;
    if (name === 'test_start' && dead === mutant) test.mode = 'skip';
  }
};
