import { ask, sentenceOf } from './page.ts';
import { useAppPageLocation } from './page-location.ts';
import { onRecordChange } from './record-changes.ts';

interface ExtensionApi {
  context: unknown;
  actions: unknown;
}

interface HookAnswer {
  data?: unknown;
  error?: string;
  cleanup?: () => void;
}

// The SDK's hooks read `response.json()`; a plain object does, and can carry the function `cleanup`.
const answer = (body: unknown) => ({ json: () => Promise.resolve(body) });

async function attempt(name: string, ...parameters: unknown[]): Promise<HookAnswer> {
  try {
    return { data: await ask(name, ...parameters) };
  } catch (error) {
    return { error: sentenceOf(error) };
  }
}

async function fetchCrmProperties(names: string[], onUpdate: (data: unknown) => void, options?: unknown) {
  const first = await attempt('fetchCrmProperties', names, options);
  const cleanup = onRecordChange(() => {
    void attempt('fetchCrmProperties', names, options).then((next) => {
      if (next.data !== undefined) onUpdate(next.data);
    });
  });
  return answer({ ...first, cleanup });
}

/** `self.hsWorkerAPI` as the SDK 0.17 calls it (its `worker-globals.synced.d.ts`). */
export const workerApi = (api: ExtensionApi) => ({
  useExtensionContext: () => api.context,
  useExtensionActions: () => api.actions,
  useExtensionApi: () => api,
  useAppPageLocation,
  fetchCrmProperties,
  fetchAssociations: async (request: unknown, options?: unknown) =>
    answer({ ...(await attempt('fetchAssociations', request, options)), cleanup: () => undefined }),
  fetchCrmSearch: async (request: unknown, options?: unknown) =>
    answer({ ...(await attempt('fetchCrmSearch', request, options)), cleanup: () => undefined }),
  formatCrmProperties: async (request: unknown) => answer(await ask('formatCrmProperties', request)),
  fetchHubSpotApi: (request: unknown) => ask('fetchHubSpotApi', request),
});
