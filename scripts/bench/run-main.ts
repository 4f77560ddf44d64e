import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Runs a built function cold, in a thread with HubSpot's environment, and gives its answer. */
export function runMain(file: string, parameters: unknown, env: Record<string, string>): Promise<unknown> {
  const code = `const { parentPort, workerData } = require('node:worker_threads');
    require(workerData.file).main({ parameters: workerData.parameters }).then((answer) => parentPort.postMessage(answer));`;
  return new Promise((answered, failed) => {
    const worker = new Worker(code, { eval: true, env, workerData: { file: resolve(file), parameters } });
    worker.once('message', (answer) => {
      void worker.terminate();
      answered(answer);
    });
    worker.once('error', failed);
  });
}
