import { setFlagsFromString } from 'node:v8';

const [release = 0] = process.versions.node.split('.').map(Number);

/**
 * A function has 128 MB (UNVERIFIED) and starts anew each time, of which V8 takes no notice: it lets garbage come
 * together, spends half of the processor's time on its best compiler, and compiles loops that are running on several
 * threads at once. The quick compiler that is left is on as of Node 22. Measured in docs/decisions/0014, with what Node
 * says about flags that are set late.
 */
const flags = ['--optimize-for-size', ...(release < 22 ? [] : ['--no-turbofan', '--no-concurrent-osr'])];
for (const flag of flags) setFlagsFromString(flag);
