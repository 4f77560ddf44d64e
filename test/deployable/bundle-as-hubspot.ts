// Run by node, with a folder, an entry and an output folder: HubSpot's own bundler, as its cloud build calls it.
// Prints nothing of its own, so that every word of the bundler is a warning.
import { argv } from 'node:process';
import { remoteBuild } from '@hubspot/ui-extensions-dev-server/build';

const [, , root = '', entryPoint = '', outputDir = ''] = argv;
await remoteBuild({ root, entryPoint, outputDir, logLevel: 'warn' });
