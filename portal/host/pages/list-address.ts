import { navigate } from '../shell/router.tsx';

/** A list's search, order and page live in the address, so that they can be linked and walked back. */
export interface ListAddress {
  query: string;
  sort: string;
  descending: boolean;
  page: number;
}

export function readListAddress(search: URLSearchParams): ListAddress {
  return {
    query: search.get('q') ?? '',
    sort: search.get('sort') ?? 'createdate',
    descending: search.get('order') !== 'asc',
    page: Math.max(1, Math.trunc(Number(search.get('page') ?? 1)) || 1),
  };
}

export function goToList(path: string, address: ListAddress, how: 'push' | 'replace'): void {
  const search = new URLSearchParams();
  if (address.query) search.set('q', address.query);
  search.set('sort', address.sort);
  search.set('order', address.descending ? 'desc' : 'asc');
  if (address.page > 1) search.set('page', String(address.page));
  navigate(`${path}?${search.toString()}`, how);
}
