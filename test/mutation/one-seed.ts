import { configureGlobal } from 'fast-check';

// The same worlds for every mutant, so that a score can be repeated; fewer of them, and no search for the smallest.
configureGlobal({ seed: 1, numRuns: 30, endOnFailure: true });
