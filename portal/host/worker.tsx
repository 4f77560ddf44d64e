import * as React from 'react';
import type { ReactElement } from 'react';
import { createRemoteRoot } from '@remote-ui/core';
import type { RemoteChannel } from '@remote-ui/core';
import * as RemoteUI from '@remote-ui/react';
import { retain } from '@remote-ui/rpc';
import type { Outcome, StartOrder } from './extension/messages.ts';
import { actions } from './worker/actions.ts';
import { CrashBoundary } from './worker/crash-boundary.tsx';
import { blockNetwork, blockScripts } from './worker/network-block.ts';
import { ask, endpoint, log, sentenceOf } from './worker/page.ts';
import { movePage } from './worker/page-location.ts';
import { recordChanged } from './worker/record-changes.ts';
import { workerApi } from './worker/worker-api.ts';

type RenderExtension = (api: object) => ReactElement;

let renderExtension: RenderExtension | null = null;

async function runServerlessFunction({ name, ...options }: { name: string }) {
  try {
    return { status: 'SUCCESS', response: await ask('serverless', name, options) };
  } catch (error) {
    return { status: 'ERROR', message: sentenceOf(error) };
  }
}

const logger = {
  debug: (text: unknown) => log('debug', String(text)),
  info: (text: unknown) => log('info', String(text)),
  warn: (text: unknown) => log('warn', String(text)),
  error: (text: unknown) => log('error', String(text)),
};

// The marker must be there before the bundle is evaluated: the SDK captures `extend` and `logger` on import.
function prepare(api: { context: unknown; actions: unknown }): void {
  Object.assign(globalThis, {
    React,
    RemoteUI,
    __HUBSPOT_EXTENSION_WORKER__: true,
    extend_V2: (callback: RenderExtension) => (renderExtension = callback),
    logger,
    serverless: (name: string, options?: object) => ask('serverless', name, options ?? {}),
    hsFetch: (url: unknown, options?: unknown) => ask('hsFetch', String(url), options ?? {}),
    hsWorkerAPI: workerApi(api),
  });
}

function load(bundleUrl: string): RenderExtension {
  blockNetwork(globalThis);
  importScripts(bundleUrl);
  blockScripts(globalThis);
  if (!renderExtension) throw new Error('The extension did not call hubspot.extend.');
  return renderExtension;
}

function start(order: StartOrder, channel: RemoteChannel): Outcome {
  retain(channel);
  try {
    const api = { context: order.context, actions, runServerlessFunction };
    movePage(order.pageLocation);
    prepare(api);
    const extension = load(order.bundleUrl)(api);
    const root = createRemoteRoot(channel);
    const onCrash = (message: string) => void endpoint.call.crashed(message);
    RemoteUI.createRoot(root).render(<CrashBoundary onCrash={onCrash}>{extension}</CrashBoundary>);
    void root.mount();
    return { ok: true, value: null };
  } catch (error) {
    return { ok: false, message: sentenceOf(error) };
  }
}

self.addEventListener('error', (event) => log('error', event.message));
self.addEventListener('unhandledrejection', (event) =>
  log('error', `Unhandled: ${sentenceOf(event.reason)}`),
);
endpoint.expose({ start, recordChanged, pageMoved: movePage });
