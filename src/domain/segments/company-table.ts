import { sizeBandOf, type CompanyColumns } from '../columns/company-columns.ts';
import { growingDictionary, type GrowingDictionary } from '../columns/dictionary.ts';
import { int32, uint8 } from '../columns/growing.ts';
import { missing } from '../columns/minute.ts';
import type { AccountCodes } from './account-codes.ts';
import type { CompanySegment } from './company-segment.ts';
import { sharedColumn } from './shared-codes.ts';

/** The companies of a portfolio, segment by segment. */
export interface CompanyTable {
  readonly add: (segment: CompanySegment) => void;
  /** All of them, with the names that tags have for partners that are no known partner company, by partner code. */
  readonly columns: (namesOnTags: readonly string[]) => CompanyColumns;
}

interface Partner {
  readonly name: string | null;
  readonly type: number;
  readonly onboardedDay: number;
}

export function companyTable(accounts: AccountCodes, partners: GrowingDictionary): CompanyTable {
  const columns = emptyColumns();
  const known = new Map<string, Partner>();
  return {
    add: (segment) => {
      pushAccounts(columns, segment, accounts);
      for (const [id, partner] of partnersOf(segment)) {
        known.set(id, partner);
        if (partner.type >= 0) partners.take(id);
      }
    },
    columns: (namesOnTags) => ({
      regions: columns.regions,
      industries: columns.industries,
      accountRegion: columns.region.taken(),
      accountIndustry: columns.industry.taken(),
      accountSize: columns.size.taken(),
      accountIsPartner: columns.isPartner.taken(),
      partnerNames: partners.texts.map((id, code) => known.get(id)?.name ?? namesOnTags[code] ?? id),
      partnerType: Int32Array.from(partners.texts, (id) => known.get(id)?.type ?? -1),
      onboardedDay: Int32Array.from(partners.texts, (id) => known.get(id)?.onboardedDay ?? missing),
    }),
  };
}

const emptyColumns = () => ({
  regions: growingDictionary(),
  industries: growingDictionary(),
  region: int32(),
  industry: int32(),
  size: int32(),
  isPartner: uint8(),
});

/** Account codes are given out in the order of companies, so each company is at the place of its code. */
function pushAccounts(
  columns: ReturnType<typeof emptyColumns>,
  segment: CompanySegment,
  accounts: AccountCodes,
): void {
  const region = sharedColumn(segment.region, columns.regions);
  const industry = sharedColumn(segment.industry, columns.industries);
  for (let row = 0; row < segment.count; row++) {
    if (accounts.take(segment.ids, row) !== columns.region.length()) continue;
    columns.region.push(region[row]!);
    columns.industry.push(industry[row]!);
    columns.size.push(sizeBandOf(segment.employees[row]!));
    columns.isPartner.push(segment.partnerType[row]! < 0 ? 0 : 1);
  }
}

function* partnersOf(segment: CompanySegment): Iterable<[string, Partner]> {
  let partner = 0;
  for (let row = 0; row < segment.count; row++) {
    const type = segment.partnerType[row]!;
    const onboardedDay = segment.onboardedDay[row]!;
    const name = type < 0 ? null : segment.partnerNames.at(partner++);
    if (type >= 0 || onboardedDay !== missing) yield [segment.ids.at(row), { name, type, onboardedDay }];
  }
}
