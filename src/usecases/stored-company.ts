import { columnsOf } from '#domain/columns';
import type { CompanyRow, DealRow, InvolvementRow } from '#domain/rows';
import { decodeRows, type Table, type TableRows } from '#domain/segments/codec';
import type { CompanyReading } from './company-reading.ts';
import type { Company } from './crm.ts';
import type { PortfolioDoor } from './crm/portfolio.ts';
import { readSegments, type StoredPortfolio } from './stored-portfolio.ts';

/** Looks through a table's segments for the rows of one company. */
async function rowsOf<T extends Table>(
  { door, stored, unreadable }: Scan,
  table: T,
  isWanted: (row: TableRows[T]) => boolean,
): Promise<TableRows[T][]> {
  const rows: TableRows[T][] = [];
  const take = (_: Table, bytes: Uint8Array) => {
    for (const row of decodeRows(table, bytes)) if (isWanted(row)) rows.push(row);
  };
  const reading = { until: null, isLast: false };
  for (const key of await readSegments(door, stored, [table], take, reading)) unreadable.add(key);
  return rows;
}

interface Scan {
  readonly door: PortfolioDoor;
  readonly stored: StoredPortfolio;
  readonly unreadable: Set<string>;
}

/** A large account from the segments: the deals whose primary company it is, as the portfolio counts them. */
export async function storedAccount(
  door: PortfolioDoor,
  stored: StoredPortfolio,
  account: Company,
): Promise<CompanyReading> {
  const scan: Scan = { door, stored, unreadable: new Set() };
  const deals = await rowsOf(scan, 'deals', (deal) => deal.account === account.id);
  return readingOf(scan, account, deals, await tagsOn(scan, deals));
}

/** A partner with many deals from the segments, with the tags of all partners on them: credit is shared. */
export async function storedPartner(
  door: PortfolioDoor,
  stored: StoredPortfolio,
  partner: Company,
): Promise<CompanyReading> {
  const scan: Scan = { door, stored, unreadable: new Set() };
  const own = await rowsOf(scan, 'involvements', ({ partnerId }) => partnerId === partner.id);
  const ids = new Set(own.map(({ dealId }) => dealId));
  const deals = await rowsOf(scan, 'deals', ({ id }) => ids.has(id));
  return readingOf(scan, partner, deals, await tagsOn(scan, deals));
}

function tagsOn(scan: Scan, deals: readonly DealRow[]): Promise<InvolvementRow[]> {
  const ids = new Set(deals.map(({ id }) => id));
  return rowsOf(scan, 'involvements', ({ dealId }) => ids.has(dealId));
}

async function readingOf(
  scan: Scan,
  company: Company,
  deals: readonly DealRow[],
  involvements: readonly InvolvementRow[],
): Promise<CompanyReading> {
  const ids = new Set<string>(involvements.map(({ partnerId }) => partnerId));
  for (const { account } of deals) if (account !== null) ids.add(account);
  const others = await rowsOf(scan, 'companies', ({ id }) => ids.has(id) && id !== company.id);
  const companies: CompanyRow[] = [company, ...others];
  return {
    columns: columnsOf({ deals, involvements, companies }),
    deals: deals.length,
    complete: scan.unreadable.size === 0,
  };
}
