import { useEffect, useState } from 'react';
import { definitionsOf } from '../crm/definitions.ts';
import type { RecordKind } from '../crm/record-kinds.ts';
import { searchRecords } from '../crm/records.ts';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { useHref } from '../shell/router.tsx';
import { useLoaded } from '../shell/use-loaded.ts';
import { goToList, readListAddress } from './list-address.ts';
import type { ListAddress } from './list-address.ts';
import { Pager } from './pager.tsx';
import { usePageTitle } from './page-title.ts';
import { RecordTable } from './record-table.tsx';

const pageLength = 25;
/** Search answers no more than the first 10,000 records (HubSpot's search limit). */
const searchWindow = 10_000;
const typingPauseMs = 250;

async function readPage(kind: RecordKind, address: ListAddress) {
  const [page, known] = await Promise.all([
    searchRecords(kind.objectType, {
      ...(address.query ? { query: address.query } : {}),
      properties: [...kind.columns, 'deal_currency_code'],
      sorts: [{ propertyName: address.sort, direction: address.descending ? 'DESCENDING' : 'ASCENDING' }],
      limit: pageLength,
      after: String((address.page - 1) * pageLength),
    }),
    definitionsOf(kind.objectType),
  ]);
  return { ...page, known };
}

function SearchBox({ kind, address }: { kind: RecordKind; address: ListAddress }) {
  const [typed, setTyped] = useState(address.query);
  useEffect(() => setTyped(address.query), [address.query]);
  useEffect(() => {
    if (typed === address.query) return undefined;
    const timer = setTimeout(
      () => goToList(kind.path, { ...address, query: typed, page: 1 }, 'replace'),
      typingPauseMs,
    );
    return () => clearTimeout(timer);
  }, [typed, address, kind.path]);
  return (
    <form role="search" className="list-search" onSubmit={(event) => event.preventDefault()}>
      <label className="visually-hidden" htmlFor="list-search">
        Search {kind.plural.toLowerCase()}
      </label>
      <input
        id="list-search"
        type="search"
        placeholder={`Search ${kind.plural.toLowerCase()}`}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </form>
  );
}

const countOf = (total: number, kind: RecordKind) =>
  `${total.toLocaleString('en-US')} ${(total === 1 ? kind.singular : kind.plural).toLowerCase()}`;

export function ListPage({ kind }: { kind: RecordKind }) {
  usePageTitle(kind.plural);
  const { search, searchParams } = useHref();
  const address = readListAddress(searchParams);
  const { loaded, reload } = useLoaded(`${kind.path}${search}`, () => readPage(kind, address));
  const total = loaded.value?.total;
  return (
    <div className="list-page">
      <div className="list-head">
        <h1>{kind.plural}</h1>
        <p role="status">{total === undefined ? '' : countOf(total, kind)}</p>
      </div>
      <SearchBox kind={kind} address={address} />
      {loaded.status === 'failed' ? (
        <Failure title={`${kind.plural} could not be read`} message={loaded.message} onRetry={reload} />
      ) : null}
      {loaded.status === 'loading' ? <Loading label={`Loading ${kind.plural.toLowerCase()}`} /> : null}
      {loaded.value ? (
        <RecordTable kind={kind} address={address} page={loaded.value} known={loaded.value.known} />
      ) : null}
      <Pager
        page={address.page}
        pages={Math.ceil(Math.min(total ?? 0, searchWindow) / pageLength)}
        onPage={(page) => goToList(kind.path, { ...address, page }, 'push')}
      />
    </div>
  );
}
