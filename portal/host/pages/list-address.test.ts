/** @jest-environment jsdom */
import { goToList, readListAddress } from './list-address.ts';

const first = { query: '', sort: 'createdate', descending: true, page: 1 };

test('a list starts with the newest, at the first page', () => {
  expect(readListAddress(new URLSearchParams())).toEqual(first);
});

test('what the address says is what is read back', () => {
  const address = { query: 'acme & co', sort: 'amount', descending: false, page: 3 };
  window.scrollTo = () => undefined;
  goToList('/deals', address, 'push');
  expect(window.location.pathname).toBe('/deals');
  expect(readListAddress(new URLSearchParams(window.location.search))).toEqual(address);
});

test('a page that is no number is the first', () => {
  for (const page of ['x', '-2', '0', '']) {
    expect(readListAddress(new URLSearchParams({ page })).page).toBe(1);
  }
});
