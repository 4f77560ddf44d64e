import { setFlagsFromString } from 'node:v8';

/**
 * A function has 128 MB (UNVERIFIED), which V8 takes no notice of: it lets garbage come together, and two compilers work
 * side by side on its threads. Measured in docs/decisions/0014, with what Node says about flags that are set late.
 */
for (const flag of ['--optimize-for-size', '--no-maglev']) setFlagsFromString(flag);
