import { customerOf } from '#domain/customer';
import type { NewInvolvement } from '#domain/involvement';
import type { CompanyBook } from './company-book.ts';
import type { Row, Table } from './csv.ts';
import type { DealRecord } from './dataset.ts';
import type { DateOrder } from './dates.ts';
import { involvementHeadings, involvementProperties } from './headings.ts';
import type { Issue } from './issue.ts';
import { checkedId, recordIdOf } from './record-ids.ts';
import { readRows, refuse, sheetOf, textOf, type Sheet } from './sheet.ts';
import { statesStatus, tagOf, type Tag } from './tag.ts';
import { toYesNo } from './words.ts';

export interface InvolvementContext {
  readonly deals: ReadonlyMap<string, DealRecord>;
  readonly book: CompanyBook;
  readonly now: number;
  readonly dateOrder: DateOrder | null;
}

export interface InvolvementsRead {
  readonly involvements: readonly NewInvolvement[];
  readonly issues: readonly Issue[];
  readonly unused: readonly string[];
  /** How many rows stated no status and stay proposed. */
  readonly withoutStatus: number;
}

interface Claimed extends Tag {
  readonly dealId: string;
  readonly partnerId: string;
  readonly accountId: string | null;
}

/** One row per partner and deal. The partner is known by id or by name. */
export function readInvolvements(table: Table, context: InvolvementContext): InvolvementsRead {
  const sheet = sheetOf(table, {
    kind: 'involvement',
    properties: involvementProperties,
    aliases: involvementHeadings,
    required: [['deal_id'], ['partner_id', 'partner_name']],
    dateOrder: context.dateOrder,
  });
  const lines = new Map<string, number>();
  const origins = originsClaimed(sheet);
  let withoutStatus = 0;
  const { values, issues } = readRows(sheet, (row) => {
    const place = placeOf(sheet, row, context, lines);
    const tag = tagOf(sheet, row, { now: context.now, origin: originOf(sheet, row, place.dealId, origins) });
    if (tag.origin) origins.set(place.dealId, row.line);
    lines.set(`${place.dealId}:${place.partnerId}`, row.line);
    context.book.makePartner(place.partnerId);
    if (!statesStatus(sheet, row)) withoutStatus += 1;
    return { ...place, ...tag };
  });
  const involvements = values.map((claimed) => toInvolvement(claimed, context));
  return { involvements, issues, unused: sheet.unused, withoutStatus };
}

type Place = Pick<Claimed, 'dealId' | 'partnerId' | 'accountId'>;

function placeOf(sheet: Sheet, row: Row, context: InvolvementContext, lines: Map<string, number>): Place {
  const dealId = recordIdOf(sheet, row, 'deal_id');
  if (!context.deals.has(dealId)) refuse(sheet, 'deal_id', dealId, 'is no deal that was loaded.');
  const partnerId = partnerOf(sheet, row, context.book);
  const line = lines.get(`${dealId}:${partnerId}`);
  if (line !== undefined) {
    refuse(
      sheet,
      'deal_id',
      dealId,
      `has this partner on line ${line} already. Keep one row per deal and partner.`,
    );
  }
  const account = textOf(sheet, row, 'account_id');
  const accountId = account === '' ? null : checkedId(sheet, 'account_id', account);
  if (accountId === partnerId) {
    refuse(sheet, 'account_id', account, 'is the customer of the deal, so it cannot be its partner as well.');
  }
  return { dealId, partnerId, accountId: accountId && context.book.ensure(accountId, undefined) };
}

function partnerOf(sheet: Sheet, row: Row, book: CompanyBook): string {
  const [id, name] = [textOf(sheet, row, 'partner_id'), textOf(sheet, row, 'partner_name')];
  if (id !== '') return book.ensure(checkedId(sheet, 'partner_id', id), name === '' ? undefined : name);
  if (name === '')
    refuse(sheet, 'partner_name', name, 'is empty. Every row needs the id or the name of a partner.');
  const ids = book.idsNamed(name);
  if (ids.length > 1) {
    refuse(
      sheet,
      'partner_name',
      name,
      `is the name of several companies (${ids.join(', ')}). Use partner_id.`,
    );
  }
  return book.named(name);
}

/** Deals on which some row claims the origin in so many words. A tier "source" claims it only where nobody does. */
function originsClaimed(sheet: Sheet): Map<string, number> {
  const claimed = new Map<string, number>();
  for (const row of sheet.table.rows) {
    const dealId = textOf(sheet, row, 'deal_id');
    if (toYesNo(textOf(sheet, row, 'origin')) === true && !claimed.has(dealId)) claimed.set(dealId, row.line);
  }
  return claimed;
}

/** True or false as stated; null where the row leaves it to its tier. A deal comes from one partner at most. */
function originOf(sheet: Sheet, row: Row, dealId: string, origins: Map<string, number>): boolean | null {
  const text = textOf(sheet, row, 'origin');
  const line = origins.get(dealId);
  if (text === '') return line === undefined ? null : false;
  const stated = toYesNo(text);
  if (stated === null) refuse(sheet, 'origin', text, 'is neither true nor false.');
  if (stated && line !== row.line) {
    refuse(
      sheet,
      'origin',
      text,
      `is claimed on line ${line} already. A deal comes from one partner at most.`,
    );
  }
  return stated;
}

function toInvolvement(claimed: Claimed, { deals, book }: InvolvementContext): NewInvolvement {
  const accountId = claimed.accountId ?? accountOf(deals.get(claimed.dealId), book);
  return { ...claimed, accountId, partnerName: book.nameOf(claimed.partnerId) };
}

function accountOf(deal: DealRecord | undefined, book: CompanyBook): string | null {
  if (deal === undefined) return null;
  const ids = [deal.primaryCompanyId, ...deal.otherCompanyIds].filter((id) => id !== null);
  const companies = ids.map((id) => ({ id, partnerType: book.partnerTypeOf(id) }));
  return customerOf(deal.primaryCompanyId, companies)?.id ?? null;
}
