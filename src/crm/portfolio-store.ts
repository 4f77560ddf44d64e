import { Problem } from '#contract/problem';
import { qualifiedName, storeObject } from '#contract/schema';
import type { Head, OpenedPortfolio, Payload, Payloads, PortfolioStore } from '#usecases/crm/portfolio';
import { jsonWithPayloads } from './answer-body.ts';
import { chunksOf, type Objects, type Properties } from './objects.ts';
import { headOf, headText, keysOf, leaseOf } from './portfolio-head.ts';
import { keptForWrites } from './record-source.ts';
import { storeProperties, propertyNames, type CrmRecord } from './records.ts';
import { releaseBytes } from './release-bytes.ts';
import { payloadLimit } from './segment-payload.ts';
import { installedOf, settingsKey } from './settings-record.ts';
import {
  checksumLength,
  inText,
  keyProperty,
  pack,
  packedIn,
  packedRecord,
  payloadIn,
  recordText,
  unpack,
} from './store-record.ts';

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
    pack,
    unpack,
    release: releaseBytes,
    releasePayloads: (payloads) => {
      for (const payload of payloads.values()) if (typeof payload !== 'string') releaseBytes(payload);
    },
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

const write = ({ objects, type }: Opened, records: readonly Properties[]): Promise<void> =>
  objects.batchUpsert(type, keyProperty, records);

const packedText = (text: string): string => pack(new TextEncoder().encode(text));

function headIn(payload: Payload): Head | null {
  const bytes = unpack(payload);
  return bytes && headOf(new TextDecoder().decode(bytes));
}

/** Properties of records by key; keys without a record are absent. */
async function recordsBy(
  { objects, type }: Opened,
  keys: readonly string[],
  until: number | null,
): Promise<Map<string, CrmRecord['properties']>> {
  const properties = [...propertyNames(storeProperties), keyProperty];
  const patience = { until, keep: until === null ? 0 : keptForWrites };
  const options = { idProperty: keyProperty, ...patience, read: jsonWithPayloads };
  const records = await objects.batchRead(type, keys, properties, options);
  return new Map(records.map((record) => [String(record.properties[keyProperty]), record.properties]));
}

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
    installed: installedOf(inText(settings)),
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
