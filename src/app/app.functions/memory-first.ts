import { setFlagsFromString } from 'node:v8';

/**
 * A function has 128 MB (UNVERIFIED) and starts anew each time, of which V8 takes no notice: it lets garbage come
 * together, and spends half of the processor's time on its best compiler. Measured in docs/decisions/0014, with what
 * Node says about flags that are set late.
 */
setFlagsFromString('--optimize-for-size');
const [release] = process.versions.node.split('.').map(Number);
/** The quick compiler is on as of Node 22; without it nothing would be left. */
if (release !== undefined && release >= 22) setFlagsFromString('--no-turbofan');
