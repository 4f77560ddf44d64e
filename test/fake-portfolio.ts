import type { Head, Lease, PortfolioDoor, RecordSource, Table, TableRow } from '#usecases/crm/portfolio';
import type { Installed } from '#usecases/crm';

/** Sizes that a test makes small, and what happens around calls: time passes, and a function is killed. */
export interface PortfolioWorld {
  readonly payloadLimit?: number;
  readonly listPage?: number;
  readonly searchPage?: number;
  readonly now?: () => number;
  /** Before every call, with its name. */
  readonly onCall?: (name: string) => void;
  /** Before every record that is written or archived, and after the last of a call. */
  readonly onWrite?: () => void;
}

export interface TableRecords {
  readonly rows: (table: Table) => readonly TableRow[];
  readonly changedAt: (table: Table, id: number) => number;
}

export interface FakePortfolio extends PortfolioDoor {
  readonly stored: Map<string, string>;
}

const idOf = (row: TableRow): number => Number(row.id);

/** The portfolio's door in memory: the same manners as HubSpot's lists, searches and unique keys. */
export function fakePortfolio(
  installed: () => Promise<Installed>,
  records: TableRecords,
  world: PortfolioWorld = {},
): FakePortfolio {
  const stored = new Map<string, string>();
  const { onCall = () => undefined } = world;
  const door: PortfolioDoor = {
    ...sourceOf(records, world),
    ...storeOf(stored, installed, world),
    spentCalls: () => [],
    carryCalls: () => undefined,
    pauseAfter: () => 0,
  };
  const told = Object.entries(door).map(([name, member]: [string, unknown]) => {
    if (typeof member !== 'function' || !slow.has(name)) return [name, member];
    const call = member as (...given: unknown[]) => unknown;
    return [name, (...given: unknown[]) => (onCall(name), call(...given))];
  });
  return { ...(Object.fromEntries(told) as PortfolioDoor), stored };
}

const slow = new Set([
  ...['page', 'changedIds', 'rows', 'countRecords'],
  ...['openPortfolio', 'payloads', 'writePayloads', 'writeHead', 'noteDamage', 'archivePayloads'],
  ...['claimLease', 'leaseOf'],
]);

function sourceOf(records: TableRecords, { listPage = 100, searchPage = 200 }: PortfolioWorld): RecordSource {
  const inOrder = (table: Table) => [...records.rows(table)].sort((one, other) => idOf(one) - idOf(other));
  return {
    page: (table, _reading, { after }) => {
      const rest = inOrder(table).filter((row) => idOf(row) >= Number(after ?? 0));
      const next = rest[listPage];
      return Promise.resolve({ rows: rest.slice(0, listPage), after: next ? String(idOf(next)) : null });
    },
    changedIds: (table, { since, above, below }) => {
      const ids = inOrder(table)
        .map(idOf)
        .filter((id) => id > above && (below === null || id < below))
        .filter((id) => since === null || records.changedAt(table, id) >= since);
      return Promise.resolve({ ids: ids.slice(0, searchPage), total: ids.length });
    },
    rows: (table, ids) => Promise.resolve(inOrder(table).filter((row) => ids.includes(idOf(row)))),
    countRecords: (table) => Promise.resolve(records.rows(table).length),
  };
}

type Store = Omit<PortfolioDoor, keyof RecordSource | 'spentCalls' | 'carryCalls' | 'pauseAfter'>;

function storeOf(
  stored: Map<string, string>,
  installed: () => Promise<Installed>,
  { payloadLimit = 65_536, onWrite = () => undefined }: PortfolioWorld,
): Store {
  const write = async (entries: Iterable<readonly [string, string]>): Promise<void> => {
    for (const [key, payload] of entries) {
      onWrite();
      stored.set(key, payload);
    }
    onWrite();
    return Promise.resolve();
  };
  const payloads = (keys: readonly string[]) =>
    new Map(keys.flatMap((key) => (stored.has(key) ? [[key, stored.get(key) ?? ''] as const] : [])));
  const leaseKey = (generation: number) => `lease:${generation}`;
  const read = <Value>(key: string): Value | null => {
    const text = stored.get(key);
    return text === undefined ? null : (JSON.parse(text) as Value);
  };
  return {
    payloadLimit,
    pack: (bytes) => `${sumOf(bytes)}|${Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')}`,
    unpack: (given) => {
      const payload = String(given);
      const [sum, text] = [payload.slice(0, payload.indexOf('|')), payload.slice(payload.indexOf('|') + 1)];
      const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
      return sum === String(sumOf(bytes)) ? bytes : null;
    },
    release: (bytes) => {
      bytes.fill(0);
    },
    releasePayloads: (given) => {
      for (const key of given.keys()) (given as Map<string, string>).set(key, 'released');
    },
    openPortfolio: async (keys) => ({
      installed: await installed(),
      head: read<Head>('head'),
      payloads: payloads(keys),
      damage: read<string[]>('damage') ?? [],
    }),
    payloads: (keys) => Promise.resolve(payloads(keys)),
    writePayloads: (all) => write(all),
    writeHead: (head) => write([['head', JSON.stringify(head)]]),
    noteDamage: (keys) => write([['damage', JSON.stringify(keys)]]),
    archivePayloads: async (keys) => {
      for (const key of keys) {
        onWrite();
        stored.delete(key);
      }
      return Promise.resolve();
    },
    claimLease: async (lease) => {
      if (stored.has(leaseKey(lease.generation))) return false;
      await write([[leaseKey(lease.generation), JSON.stringify(lease)]]);
      return true;
    },
    leaseOf: (generation) => Promise.resolve(read<Lease>(leaseKey(generation))),
  };
}

const sumOf = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => (sum * 31 + byte) % 1_000_003, 7);
