import { missing } from '../columns/minute.ts';
import type { CompanyRow } from '../rows.ts';
import { partnerTypes } from '../vocabulary.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';
import { readDecimals, writeDecimals } from './decimal-column.ts';
import {
  readListColumn,
  readTextColumn,
  textAt,
  writeListColumn,
  writeTextColumn,
  type ListColumn,
  type TextColumn,
} from './dictionaries.ts';
import { sumOf } from '../stats/sum.ts';
import { inTurn, readSigned, writeSigned } from './number-columns.ts';
import { damaged } from './segment-unreadable.ts';
import { readTexts, textsOf, writeTexts, type TextList } from './text-columns.ts';

/** Which values a company has at all. */
const hasEmployees = 1;
const hasOnboarded = 2;

/** The companies of one segment as columns. */
export interface CompanySegment {
  readonly count: number;
  readonly ids: TextList;
  /** Names of the partners, in their order; of other companies no figure needs one. */
  readonly partnerNames: TextList;
  readonly industry: TextColumn;
  readonly region: TextColumn;
  /** NaN where there is none. */
  readonly employees: Float64Array;
  /** Place in the vocabulary, -1 for companies that are no partners. */
  readonly partnerType: Float64Array;
  /** Day, `missing` where there is none. */
  readonly onboardedDay: Float64Array;
}

/** Companies in the order of ids. Names of companies that are no partners are left out. */
export function writeCompanies(out: ByteWriter, rows: readonly CompanyRow[]): void {
  writeTexts(
    out,
    rows.map((row) => row.id),
  );
  writeListColumn(
    out,
    rows.map((row) => [
      row.partnerType === null ? 0 : partnerTypes.indexOf(row.partnerType) + 1,
      (row.employees === null ? 0 : hasEmployees) | (row.onboardedOn === null ? 0 : hasOnboarded),
    ]),
  );
  writeTexts(
    out,
    rows.filter((row) => row.partnerType !== null).map((row) => row.name),
  );
  writeTextColumn(
    out,
    rows.map((row) => row.industry),
  );
  writeTextColumn(
    out,
    rows.map((row) => row.region),
  );
  writeDecimals(
    out,
    rows.map((row) => row.employees).filter((employees) => employees !== null),
  );
  writeSigned(
    out,
    rows.map((row) => row.onboardedOn).filter((day) => day !== null),
  );
}

export function readCompanies(from: ByteReader, count: number): CompanySegment {
  const ids = readTexts(from, count);
  const shapes = readListColumn(from, count);
  const { items, codes } = shapes;
  if (!areShapes(shapes)) throw damaged('a shape is not known');
  const partnerType = codes.map((shape) => items[2 * shape]! - 1);
  const heldBy = (value: number) => codes.map((shape) => ((items[2 * shape + 1]! & value) === 0 ? 0 : 1));
  const partnerNames = readTexts(from, sumOf(partnerType.map((type) => (type < 0 ? 0 : 1))));
  const industry = readTextColumn(from, count);
  const region = readTextColumn(from, count);
  const employed = heldBy(hasEmployees);
  const nextEmployees = inTurn(readDecimals(from, sumOf(employed)));
  const onboarded = heldBy(hasOnboarded);
  const nextDay = inTurn(readSigned(from, sumOf(onboarded)));
  return {
    ...{ count, ids, partnerNames, industry, region, partnerType },
    employees: employed.map((one) => (one === 0 ? NaN : nextEmployees())),
    onboardedDay: onboarded.map((one) => (one === 0 ? missing : nextDay())),
  };
}

/** Each of two numbers: partner type, values held. */
const areShapes = ({ start, items }: ListColumn): boolean =>
  start.every((first, shape) => first === 2 * shape) &&
  items.every((item, at) => at % 2 === 1 || item <= partnerTypes.length);

/** The rows that a segment of companies was written from; the name of a company that is no partner is its id. */
export function companyRowsOf(segment: CompanySegment): CompanyRow[] {
  let partner = 0;
  return textsOf(segment.ids).map((id, row) => ({
    id,
    name: segment.partnerType[row]! < 0 ? id : segment.partnerNames.at(partner++),
    industry: textAt(segment.industry, row),
    region: textAt(segment.region, row),
    employees: Number.isNaN(segment.employees[row]) ? null : segment.employees[row]!,
    partnerType: partnerTypes[segment.partnerType[row]!] ?? null,
    onboardedOn: segment.onboardedDay[row] === missing ? null : segment.onboardedDay[row]!,
  }));
}
