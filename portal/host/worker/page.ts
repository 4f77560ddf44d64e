import { createEndpoint } from '@remote-ui/rpc';
import type { LogLevel, PageCalls } from '../extension/messages.ts';

const scope = globalThis as unknown as Worker;

export const endpoint = createEndpoint<PageCalls>(
  {
    postMessage: (message: unknown, transferables?: Transferable[]) =>
      scope.postMessage(message, transferables ?? []),
    addEventListener: (event, listener) => scope.addEventListener(event, listener),
    removeEventListener: (event, listener) => scope.removeEventListener(event, listener),
  },
  { callable: ['ask', 'log', 'crashed'] },
);

/** Asks the page; its failure becomes an Error of the extension's own. */
export async function ask<T>(name: string, ...parameters: unknown[]): Promise<T> {
  const outcome = await endpoint.call.ask(name, parameters);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value as T;
}

export const log = (level: LogLevel, text: string) => void endpoint.call.log(level, text);

export const sentenceOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
