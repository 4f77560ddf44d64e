const Sequencer = require('@jest/test-sequencer').default;

const isLaw = ({ path }) => path.endsWith('.laws.test.ts');

/** The quick tests first: most mutants die before a law has to run. */
module.exports = class extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => isLaw(a) - isLaw(b) || (a.path < b.path ? -1 : 1));
  }
};
