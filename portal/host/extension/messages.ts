/** What a page tells an extension about where it runs (`context` of HubSpot's SDK 0.17). */
export interface ExtensionContext {
  user: Record<string, unknown>;
  portal: { id: number; timezone: string };
  location: string;
  crm?: { objectId: number; objectTypeId: string };
  extension: { appId: number; appName: string; cardTitle: string };
}

export interface PageLocation {
  path: string;
  params: Record<string, string>;
}

export interface StartOrder {
  bundleUrl: string;
  context: ExtensionContext;
  pageLocation: PageLocation;
}

/** Failures travel as values: what throws inside an exposed call would be thrown again on the serving side. */
export type Outcome = { ok: true; value: unknown } | { ok: false; message: string };

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** What the page can ask of the worker. */
export interface WorkerCalls {
  start(order: StartOrder, channel: unknown): Promise<Outcome>;
  recordChanged(): void;
  pageMoved(location: PageLocation): void;
}

/** What the worker can ask of the page. */
export interface PageCalls {
  ask(name: string, parameters: unknown[]): Promise<Outcome>;
  log(level: LogLevel, text: string): void;
  crashed(message: string): void;
}
