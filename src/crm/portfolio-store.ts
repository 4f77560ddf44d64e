import { Problem } from '#contract/problem';
import { qualifiedName, storeObject } from '#contract/schema';
import { SegmentUnreadable } from '#domain/segments/segment-unreadable';
import type { Head, OpenedPortfolio, Payloads, PortfolioStore } from '#usecases/crm/portfolio';
import { chunksOf, type Objects, type Properties } from './objects.ts';
import { headOf, headText, keysOf, leaseOf } from './portfolio-head.ts';
import { keptForWrites } from './record-source.ts';
import { storeProperties, propertyNames } from './records.ts';
import { releaseBytes } from './release-bytes.ts';
import { bytesOf, checksumOf, payloadLimit, payloadOf } from './segment-payload.ts';
import { installedOf, settingsKey } from './settings-record.ts';

const keyProperty = 'store_key';
const headKey = 'head';
const damageKey = 'damage';
const leaseKey = (generation: number): string => `lease:${generation}`;

/** Twenty full segments are 1.3 MB of a request body. HubSpot documents no limit of its size. */
const payloadsPerWrite = 20;

interface Opened {
  readonly type: string;
  readonly objects: Objects;
}

/** The portfolio in records of our second custom object, found by their unique key. */
export function createPortfolioStore(objects: Objects, portalId: number): PortfolioStore {
  const store: Opened = { type: qualifiedName(portalId, storeObject), objects };
  return {
    payloadLimit: checksumLength + payloadLimit,
    pack: packed,
    unpack: unpacked,
    release: releaseBytes,
    openPortfolio: (keys) => openPortfolio(store, keys),
    payloads: (keys, until) => payloadsOf(store, keys, until),
    writePayloads: async (payloads) => {
      for (const chunk of chunksOf([...payloads], payloadsPerWrite))
        await write(
          store,
          chunk.map(([key, payload]) => packedRecord(key, 'segment', payload)),
        );
    },
    writeHead: (head) => write(store, [packedRecord(headKey, 'head', packedText(headText(head)))]),
    noteDamage: (keys) => write(store, [recordText(damageKey, 'damage', JSON.stringify(keys))]),
    archivePayloads: (keys) => archivePayloads(store, keys),
    claimLease: async (lease) => {
      const properties = recordText(leaseKey(lease.generation), 'lease', JSON.stringify(lease));
      return (await objects.create(store.type, { properties, key: keyProperty })) !== null;
    },
    leaseOf: async (generation) => {
      const options = { properties: ['payload'], idProperty: keyProperty };
      const record = await objects.get(store.type, leaseKey(generation), options);
      return record && leaseOf(storeProperties.parse(record.properties).payload ?? '');
    },
  };
}

const recordText = (key: string, kind: string, payload: string): Properties => ({
  [keyProperty]: key,
  kind,
  payload,
});

const write = ({ objects, type }: Opened, records: readonly Properties[]): Promise<void> =>
  objects.batchUpsert(type, keyProperty, records);

/** Outside this file a packed payload carries its checksum in front; the record has them in two properties. */
const checksumLength = 8;

function packed(bytes: Uint8Array): string {
  const payload = payloadOf(bytes);
  return `${checksumOf(payload)}${payload}`;
}

function unpacked(text: string): Uint8Array | null {
  try {
    return bytesOf(text.slice(checksumLength), text.slice(0, checksumLength));
  } catch (error) {
    if (error instanceof SegmentUnreadable) return null;
    throw error;
  }
}

const packedText = (text: string): string => packed(new TextEncoder().encode(text));

const packedRecord = (key: string, kind: string, text: string): Properties => ({
  ...recordText(key, kind, text.slice(checksumLength)),
  checksum: text.slice(0, checksumLength),
});

function packedIn(properties: unknown): string {
  const { payload, checksum } = storeProperties.parse(properties);
  return `${(checksum ?? '').padStart(checksumLength).slice(0, checksumLength)}${payload ?? ''}`;
}

function headIn(text: string): Head | null {
  const bytes = unpacked(text);
  return bytes && headOf(new TextDecoder().decode(bytes));
}

/** Properties of records by key; keys without a record are absent. */
async function recordsBy(
  { objects, type }: Opened,
  keys: readonly string[],
  until: number | null,
): Promise<Map<string, unknown>> {
  const properties = [...propertyNames(storeProperties), keyProperty];
  const patience = { idProperty: keyProperty, until, keep: until === null ? 0 : keptForWrites };
  const records = await objects.batchRead(type, keys, properties, patience);
  return new Map(records.map((record) => [String(record.properties[keyProperty]), record.properties]));
}

const payloadIn = (properties: unknown): string => storeProperties.parse(properties).payload ?? '';

async function payloadsOf(store: Opened, keys: readonly string[], until: number | null): Promise<Payloads> {
  const records = await recordsBy(store, keys, until);
  return new Map([...records].map(([key, properties]) => [key, packedIn(properties)]));
}

async function openPortfolio(store: Opened, keys: readonly string[]): Promise<OpenedPortfolio> {
  const records = await recordsBy(store, [settingsKey, headKey, damageKey, ...keys], null);
  const settings = records.get(settingsKey);
  if (settings === undefined) throw new Problem('not_installed');
  const payloads = new Map(
    [...records]
      .filter(([key]) => keys.includes(key))
      .map(([key, properties]) => [key, packedIn(properties)]),
  );
  const head = records.get(headKey);
  const damage = records.get(damageKey);
  return {
    installed: installedOf(settings),
    head: head === undefined ? null : headIn(packedIn(head)),
    payloads,
    damage: damage === undefined ? [] : keysOf(payloadIn(damage)),
  };
}

/** HubSpot archives by record id only. */
async function archivePayloads({ objects, type }: Opened, keys: readonly string[]): Promise<void> {
  const options = { idProperty: keyProperty };
  const records = await objects.batchRead(type, keys, [keyProperty], options);
  await objects.batchArchive(
    type,
    records.map(({ id }) => id),
  );
}
