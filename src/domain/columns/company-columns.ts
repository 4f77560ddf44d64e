import type { CompanyRow } from '../rows.ts';
import { partnerTypes } from '../vocabulary.ts';
import { growingDictionary, type Dictionary } from './dictionary.ts';
import { missing } from './minute.ts';

/** Upper ends of the employee bands, our own choice; companies above the last are in the fourth band. */
const bandEnds = [50, 250, 1000] as const;
export const sizeBands = ['1-49', '50-249', '250-999', '1000+'] as const;

/**
 * What is known of companies: accounts by account code, partners by partner code; -1 is unknown. Nothing is known of
 * account codes beyond the arrays.
 */
export interface CompanyColumns {
  readonly regions: Dictionary;
  readonly industries: Dictionary;
  readonly accountRegion: Int32Array;
  readonly accountIndustry: Int32Array;
  readonly accountSize: Int32Array;
  /** 1 where the company is a partner, which is never the account of a deal. */
  readonly accountIsPartner: Uint8Array;
  readonly partnerNames: readonly string[];
  readonly partnerType: Int32Array;
  readonly onboardedDay: Int32Array;
}

/** Band of a number of employees, -1 where unknown. Example: sizeBandOf(250) is 2, the band 250-999. */
export function sizeBandOf(employees: number | null): number {
  if (employees === null || !(employees > 0)) return -1;
  return bandEnds.filter((end) => employees >= end).length;
}

export function companyColumns(
  companies: ReadonlyMap<string, CompanyRow>,
  accounts: readonly string[],
  partners: readonly string[],
  namesOnTags: ReadonlyMap<number, string>,
): CompanyColumns {
  const regions = growingDictionary();
  const industries = growingDictionary();
  const codes = (ids: readonly string[], codeOf: (company: CompanyRow) => number): Int32Array =>
    Int32Array.from(ids, (id) => {
      const company = companies.get(id);
      return company === undefined ? -1 : codeOf(company);
    });
  return {
    regions,
    industries,
    accountRegion: codes(accounts, (company) => regions.take(company.region)),
    accountIndustry: codes(accounts, (company) => industries.take(company.industry)),
    accountSize: codes(accounts, (company) => sizeBandOf(company.employees)),
    accountIsPartner: Uint8Array.from(accounts, (id) => (companies.get(id)?.partnerType ? 1 : 0)),
    partnerNames: partners.map((id, code) => companies.get(id)?.name ?? namesOnTags.get(code) ?? id),
    partnerType: codes(partners, ({ partnerType }) => (partnerType ? partnerTypes.indexOf(partnerType) : -1)),
    onboardedDay: Int32Array.from(partners, (id) => companies.get(id)?.onboardedOn ?? missing),
  };
}
