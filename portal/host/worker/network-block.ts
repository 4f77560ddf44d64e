const gone = [
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'WebTransport',
  'BroadcastChannel',
  'SharedWorker',
  'Worker',
  'indexedDB',
  'caches',
  'RTCPeerConnection',
];

// The prototypes are where the browser defines these names: an own property alone could be deleted again.
function redefine(scope: object, name: string, value: unknown): void {
  for (let holder: object | null = scope; holder; holder = Object.getPrototypeOf(holder) as object | null) {
    if (holder === scope || Object.hasOwn(holder, name)) {
      Object.defineProperty(holder, name, { value, writable: false, configurable: false });
    }
  }
}

/** HubSpot's worker has no network of its own (its lint rule `no-native-http`): calls go through the page. */
export function blockNetwork(scope: object): void {
  for (const name of gone) redefine(scope, name, undefined);
  redefine(scope, 'fetch', () =>
    Promise.reject(
      new Error('fetch does not exist in a UI extension: use hubspot.serverless or hubspot.fetch'),
    ),
  );
}

/** After the bundle has loaded, no more code comes in. */
export function blockScripts(scope: object): void {
  redefine(scope, 'importScripts', undefined);
}
