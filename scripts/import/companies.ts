import type { CompanyRecord, Properties } from './dataset.ts';
import type { Row, Table } from './csv.ts';
import type { DateOrder } from './dates.ts';
import { companyHeadings, companyProperties } from './headings.ts';
import type { Issue } from './issue.ts';
import { instantOf, numberOf, readRows, refuse, sheetOf, textOf, type Sheet } from './sheet.ts';
import { recordIdOf, refuseDuplicates } from './record-ids.ts';
import { toPartnerType } from './words.ts';

export interface CompaniesRead {
  readonly companies: readonly CompanyRecord[];
  readonly issues: readonly Issue[];
  readonly unused: readonly string[];
}

export function readCompanies(table: Table, dateOrder: DateOrder | null): CompaniesRead {
  const sheet = sheetOf(table, {
    kind: 'company',
    properties: companyProperties,
    aliases: companyHeadings,
    required: [['hs_object_id']],
    dateOrder,
  });
  const { values, issues } = readRows(sheet, (row) => ({ line: row.line, ...toCompany(sheet, row) }));
  refuseDuplicates(sheet, values);
  return {
    companies: values.map(({ id, properties }) => ({ id, properties })),
    issues,
    unused: sheet.unused,
  };
}

const plain = ['domain', 'industry', 'country', 'state', 'city'] as const;

function toCompany(sheet: Sheet, row: Row): CompanyRecord {
  const id = recordIdOf(sheet, row, 'hs_object_id');
  const properties: Properties = { name: textOf(sheet, row, 'name') || textOf(sheet, row, 'domain') || id };
  const set = (name: string, value: string | null): void => {
    if (value !== null && value !== '') properties[name] = value;
  };
  for (const name of plain) set(name, textOf(sheet, row, name));
  set('numberofemployees', stringOf(numberOf(sheet, row, 'numberofemployees')));
  set('annualrevenue', stringOf(numberOf(sheet, row, 'annualrevenue')));
  set('createdate', isoOf(instantOf(sheet, row, 'createdate')));
  set('partner_type', partnerTypeOf(sheet, row));
  set('partner_onboarded_on', isoOf(instantOf(sheet, row, 'partner_onboarded_on'))?.slice(0, 10) ?? null);
  return { id, properties };
}

function partnerTypeOf(sheet: Sheet, row: Row): string | null {
  const text = textOf(sheet, row, 'partner_type');
  if (text === '') return null;
  const type = toPartnerType(text);
  if (type === null)
    refuse(sheet, 'partner_type', text, 'is no partner type. Use one of the app, or "other".');
  return type;
}

const stringOf = (number: number | null): string | null => (number === null ? null : String(number));
export const isoOf = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
