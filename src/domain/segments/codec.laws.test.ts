import fc from 'fast-check';
import { arbitraryRows } from '#test/arbitrary-rows';
import type { CompanyRow, DealRow, InvolvementRow } from '../rows.ts';
import { decodeRows, encodeRows, formatVersion, type Table, type TableRows } from './codec.ts';
import { SegmentUnreadable } from './segment-unreadable.ts';

const toMinute = (ms: number): number => Math.floor(ms / 60_000) * 60_000 + 0;
const orNull = (ms: number | null): number | null => (ms === null ? null : toMinute(ms));
const eachToMinute = (values: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(values).map(([stage, ms]) => [stage, toMinute(ms)]));

const keptOf: { [T in Table]: (row: TableRows[T]) => TableRows[T] } = {
  deals: (row: DealRow) => ({
    ...row,
    createdAt: orNull(row.createdAt),
    closeAt: orNull(row.closeAt),
    stageEnteredAt: eachToMinute(row.stageEnteredAt),
    timeInStage: eachToMinute(row.timeInStage),
  }),
  involvements: (row: InvolvementRow) => ({
    ...row,
    taggedAt: toMinute(row.taggedAt),
    statusChangedAt: orNull(row.statusChangedAt),
  }),
  companies: (row: CompanyRow) => (row.partnerType === null ? { ...row, name: row.id } : row),
};

function lawsOf<T extends Table>(table: T, rows: fc.Arbitrary<TableRows[T][]>): void {
  describe(table, () => {
    it('come back as they were, to the minute', () => {
      fc.assert(
        fc.property(rows, (given) => {
          expect(decodeRows(table, encodeRows(table, given))).toEqual(given.map(keptOf[table]));
        }),
      );
    });

    it('always give the same bytes, also when read and written again', () => {
      fc.assert(
        fc.property(rows, (given) => {
          const bytes = encodeRows(table, given);
          expect(encodeRows(table, structuredClone(given))).toEqual(bytes);
          expect(encodeRows(table, decodeRows(table, bytes))).toEqual(bytes);
        }),
      );
    });

    it('are refused when cut, and never end in anything but rows or a refusal when changed', () => {
      fc.assert(
        fc.property(rows, fc.nat(), fc.integer({ min: 1, max: 255 }), (given, place, change) => {
          const bytes = encodeRows(table, given);
          expect(() => decodeRows(table, bytes.subarray(0, place % bytes.length))).toThrow(SegmentUnreadable);
          bytes[place % bytes.length]! ^= change;
          try {
            decodeRows(table, bytes);
          } catch (error) {
            expect(error).toBeInstanceOf(SegmentUnreadable);
          }
        }),
        { numRuns: 200 },
      );
    });
  });
}

const { deals } = arbitraryRows;
lawsOf('deals', deals);
lawsOf('involvements', arbitraryRows.involvements);
lawsOf('companies', arbitraryRows.companies);

it('refuses a segment of another version or table by name', () => {
  const bytes = encodeRows('deals', []);
  const flawOf = (table: Table, version: number): string => {
    const changed = Uint8Array.from(bytes, (byte, at) => (at === 1 ? version : byte));
    try {
      decodeRows(table, changed);
      return 'readable';
    } catch (error) {
      return (error as SegmentUnreadable).flaw;
    }
  };
  expect(flawOf('deals', formatVersion)).toBe('readable');
  expect(flawOf('deals', formatVersion - 1)).toBe('old_version');
  expect(flawOf('deals', formatVersion + 1)).toBe('unknown_version');
  expect(flawOf('companies', formatVersion)).toBe('damaged');
});

it('the order in which the CRM lists the stages of a deal changes no byte', () => {
  const turned = <Value>(values: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(values).reverse());
  const atOnce = fc.record({ stages: fc.dictionary(fc.string(), fc.constantFrom(0, 60_000)), deal: deals });
  fc.assert(
    fc.property(atOnce, ({ stages, deal }) => {
      const given = deal.map((row) => ({ ...row, stageEnteredAt: stages }));
      const listed = given.map((row) => ({
        ...row,
        stageEnteredAt: turned(row.stageEnteredAt),
        timeInStage: turned(row.timeInStage),
      }));
      expect(encodeRows('deals', listed)).toEqual(encodeRows('deals', given));
    }),
  );
});

it('takes deals in the order of ids only', () => {
  const [deal] = fc.sample(
    arbitraryRows.deals.filter((deals) => deals.length > 0),
    1,
  )[0]!;
  expect(() => encodeRows('deals', [deal!, deal!])).toThrow('ascend');
});
