import type { SharedColumns } from '#domain/columns';
import { growingDictionary } from '#domain/columns/dictionary';

const columnNames = [
  'accountRegion',
  'accountIndustry',
  'accountSize',
  'partnerType',
  'onboardedDay',
] as const;
const dictionaryNames = ['pipelines', 'stages', 'owners', 'dealTypes', 'lossReasons', 'partners'] as const;

/** What chunks share, as JSON carries it. Accounts are numbered without texts, as in a stored portfolio. */
export interface SharedData {
  readonly regions: readonly string[];
  readonly industries: readonly string[];
  readonly partnerNames: readonly string[];
  readonly isPartner: readonly number[];
  readonly columns: Readonly<Record<(typeof columnNames)[number], readonly number[]>>;
  readonly dictionaries: Readonly<Record<(typeof dictionaryNames)[number], readonly string[]>>;
}

const recordOf = <Name extends string, Value>(names: readonly Name[], valueOf: (name: Name) => Value) =>
  Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<Name, Value>;

export const sharedAsData = ({ companies, dictionaries }: SharedColumns): SharedData => ({
  regions: companies.regions.texts,
  industries: companies.industries.texts,
  partnerNames: companies.partnerNames,
  isPartner: [...companies.accountIsPartner],
  columns: recordOf(columnNames, (name) => [...companies[name]]),
  dictionaries: recordOf(dictionaryNames, (name) => dictionaries[name].texts),
});

export const sharedFrom = (data: SharedData): SharedColumns => ({
  companies: {
    regions: growingDictionary(data.regions),
    industries: growingDictionary(data.industries),
    partnerNames: data.partnerNames,
    accountIsPartner: Uint8Array.from(data.isPartner),
    ...recordOf(columnNames, (name) => Int32Array.from(data.columns[name])),
  },
  dictionaries: {
    accounts: growingDictionary(),
    ...recordOf(dictionaryNames, (name) => growingDictionary(data.dictionaries[name])),
  },
});
