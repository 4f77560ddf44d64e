import fc from 'fast-check';
import type { CompanyRow, DealRow, InvolvementRow } from '#domain/rows';
import {
  evidenceTypes,
  involvementStatuses,
  lifeCycleStages,
  partnerAnswers,
  partnerTypes,
  roles,
  tiers,
} from '#domain/vocabulary';

/** Any id, often one of a few, so that records meet. */
const idNumber = fc.oneof(fc.maxSafeNat(), { weight: 3, arbitrary: fc.integer({ min: 1, max: 15 }) });
/** Any sequence of UTF-16 units, also such as are no character. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
  .map((units) => String.fromCharCode(...units));
const text = fc.oneof(
  fc.constantFrom('', '7', '12', '007', '__proto__', 'toString'),
  idNumber.map(String),
  anyText,
);
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { freq: 4 });
const instant = fc.oneof(
  fc.integer({ min: -1e14, max: 1e14 }),
  fc.integer({ min: 1_700_000_000_000, max: 1_760_000_000_000 }),
);
const dayNumber = fc.integer({ min: -100_000, max: 100_000 });
const amount = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer({ min: 0, max: 1_000_000 }).map((units) => units * 100),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
/** Ids either all numeric, as in HubSpot, or of any form. */
const ids = (maxLength: number): fc.Arbitrary<string[]> =>
  fc.oneof(
    fc
      .uniqueArray(idNumber, { maxLength })
      .map((numbers) => numbers.sort((one, other) => one - other).map(String)),
    fc.uniqueArray(text, { maxLength }),
  );

const deal: fc.Arbitrary<Omit<DealRow, 'id'>> = fc.record({
  outcome: fc.constantFrom('open', 'won', 'lost'),
  createdAt: maybe(instant),
  closeAt: maybe(instant),
  amountMinor: maybe(amount),
  foreignAmount: fc.boolean(),
  weightedMinor: maybe(amount),
  pipeline: text,
  stage: text,
  owner: maybe(text),
  account: maybe(text),
  dealType: maybe(text),
  lossReason: maybe(text),
  answer: fc.constantFrom(...partnerAnswers),
  stageEnteredAt: fc.dictionary(text, instant, { maxKeys: 5, noNullPrototype: true }),
  timeInStage: fc.dictionary(text, fc.integer({ min: 0, max: 1e12 }), { maxKeys: 5, noNullPrototype: true }),
});

const involvement: fc.Arbitrary<Omit<InvolvementRow, 'id'>> = fc.record({
  dealId: idNumber,
  partnerId: text,
  partnerName: text,
  tier: fc.constantFrom(...tiers),
  origin: fc.boolean(),
  roles: fc.array(fc.constantFrom(...roles), { maxLength: 4 }),
  stages: fc.array(fc.constantFrom(...lifeCycleStages), { maxLength: 4 }),
  status: fc.constantFrom(...involvementStatuses),
  enteredOn: maybe(dayNumber),
  exitedOn: maybe(dayNumber),
  taggedAt: instant,
  imported: fc.boolean(),
  statusChangedAt: maybe(instant),
  share: maybe(
    fc.oneof(
      fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100),
      fc.double({ min: 0, max: 100, noNaN: true }),
    ),
  ),
  evidenceType: maybe(fc.constantFrom(...evidenceTypes)),
  hasEvidence: fc.boolean(),
});

const company: fc.Arbitrary<Omit<CompanyRow, 'id'>> = fc.record({
  name: text,
  industry: maybe(text),
  region: maybe(text),
  employees: maybe(fc.oneof(fc.nat(), fc.double({ noNaN: true, noDefaultInfinity: true }))),
  partnerType: maybe(fc.constantFrom(...partnerTypes)),
  onboardedOn: maybe(dayNumber),
});

const numbered = <Id, Row>(
  given: fc.Arbitrary<Id[]>,
  row: fc.Arbitrary<Row>,
): fc.Arbitrary<(Row & { id: Id })[]> =>
  given.chain((list) =>
    fc
      .array(row, { minLength: list.length, maxLength: list.length })
      .map((rows) => rows.map((one, at) => ({ ...one, id: list[at]! }))),
  );

/** Whatever the types allow, in the order of ids. */
export const arbitraryRows = {
  deals: numbered(
    fc.uniqueArray(idNumber, { maxLength: 12 }).map((list) => list.sort((one, other) => one - other)),
    deal,
  ),
  involvements: numbered(ids(12), involvement),
  companies: numbered(ids(12), company),
};
