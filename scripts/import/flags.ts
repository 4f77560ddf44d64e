import { dateOrders, type DateOrder } from './dates.ts';
import type { ImportFiles } from './read-files.ts';

/** A flag that is unknown or has a bad value: the message names the flag. */
export class WrongFlag extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WrongFlag';
  }
}

/** The flags of every command that reads exports. */
export const fileFlags = {
  deals: { type: 'string' },
  companies: { type: 'string' },
  involvements: { type: 'string' },
  currency: { type: 'string' },
  'date-order': { type: 'string' },
} as const;

export const fileUsage = `  --deals FILE          HubSpot's export of deals, as CSV
  --companies FILE      HubSpot's export of companies
  --involvements FILE   who was involved: deal_id, partner_id or partner_name, tier, tagged_at, status, …
  --currency CODE       the company currency, where the export does not tell
  --date-order ORDER    dmy or mdy, for dates like 03/05/2026 that can be read both ways`;

type FileValues = { readonly [Flag in keyof typeof fileFlags]?: string | undefined };

/** The files to read, or null where no deals are named. */
export function filesOf(values: FileValues): ImportFiles | null {
  const { deals, companies = null, involvements = null, currency = null } = values;
  const order = values['date-order'] ?? null;
  if (currency !== null && !/^[A-Z]{3}$/.test(currency)) {
    throw new WrongFlag(`--currency ${currency}: write a currency code like EUR.`);
  }
  if (order !== null && !dateOrders.includes(order as DateOrder)) {
    throw new WrongFlag(`--date-order ${order}: write dmy (day first) or mdy (month first).`);
  }
  if (deals === undefined) {
    const lonely = companies ? '--companies' : involvements ? '--involvements' : null;
    if (lonely !== null)
      throw new WrongFlag(`${lonely} needs --deals as well: the deals are what the rest belongs to.`);
    return null;
  }
  return { deals, companies, involvements, currency, dateOrder: order as DateOrder | null };
}

/** Says what is wrong with a command line in words that name the flag; anything else is thrown on. */
export function wrongFlagOf(error: unknown): string | null {
  if (error instanceof WrongFlag) return error.message;
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS') ? (error as Error).message : null;
}
