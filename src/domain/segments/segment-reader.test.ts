import { at, day, makeCompany, makeDeal, makeInvolvement } from '#test/make';
import { missing } from '../columns/minute.ts';
import type { CompanyRow, DealRow, InvolvementRow } from '../rows.ts';
import { partnerTypes } from '../vocabulary.ts';
import { encodeRows } from './codec.ts';
import { segmentReader } from './segment-reader.ts';

interface Segments {
  readonly companies?: readonly CompanyRow[][];
  readonly involvements?: readonly InvolvementRow[][];
  readonly deals?: readonly DealRow[];
  readonly expected?: number;
}
/** Reads the segments of a portfolio, and its deals as one chunk. */
function readerOf({ companies = [], involvements = [], deals = [makeDeal()], expected = 0 }: Segments) {
  const reader = segmentReader(expected);
  for (const rows of companies) reader.addCompanies(encodeRows('companies', rows));
  for (const rows of involvements) reader.addInvolvements(encodeRows('involvements', rows));
  return { reader, chunk: reader.chunkOfDeals(encodeRows('deals', deals)) };
}
const tag = (id: number, row: Partial<InvolvementRow> = {}): InvolvementRow =>
  makeInvolvement({ id: `${id}`, ...row });

it('takes companies and involvements before deals only', () => {
  const { reader } = readerOf({});
  expect(() => reader.addCompanies(encodeRows('companies', []))).toThrow('come before deals');
  expect(() => reader.addInvolvements(encodeRows('involvements', []))).toThrow('come before deals');
});

it('shares companies and dictionaries among chunks, which learn as they come', () => {
  const { reader, chunk } = readerOf({ companies: [[makeCompany({ id: '900', region: 'Austria' })]] });
  const next = reader.chunkOfDeals(
    encodeRows('deals', [makeDeal({ id: 2, stage: 'later', account: '901' })]),
  );
  expect(reader.shared().companies).toBe(next.companies);
  expect(next.companies).toBe(chunk.companies);
  expect(reader.shared().dictionaries.stages.texts).toEqual(['qualified', 'later']);
  expect([chunk.companies.regions.texts, [...chunk.companies.accountRegion]]).toEqual([['Austria'], [0]]);
  expect(['900', '901', '902'].map(reader.shared().dictionaries.accounts.codeOf)).toEqual([0, 1, -1]);
});

it('counts the involvements of deals that no chunk had', () => {
  const involvements = [[tag(1), tag(2, { dealId: 7, partnerId: '89' }), tag(3, { partnerId: ' ' })]];
  const { reader } = readerOf({ involvements });
  expect(reader.orphans()).toBe(2);
});

describe('partners', () => {
  const knownOf = (segments: Segments) => {
    const { companies, dictionaries } = readerOf(segments).chunk;
    return dictionaries.partners.texts.map((id, code) => [
      id,
      companies.partnerNames[code],
      companies.partnerType[code],
      companies.onboardedDay[code],
    ]);
  };
  it('are the companies with a type of partner, whichever it is, tagged or not', () => {
    const companies = [
      makeCompany({ id: '87' }),
      makeCompany({ id: '88', partnerType: 'referral' }),
      makeCompany({ id: '89', partnerType: 'other', onboardedOn: 9 }),
    ];
    expect(knownOf({ companies: [companies] })).toEqual([
      ['88', 'Company 88', 0, missing],
      ['89', 'Company 89', partnerTypes.length - 1, 9],
    ]);
  });
  it('go by their own name, else by that of their last tag', () => {
    const companies = [[makeCompany({ id: '90', partnerType: 'si', name: 'Own' })]];
    const involvements = [
      [tag(1, { partnerName: 'First' }), tag(2, { partnerId: '89', partnerName: 'Other' })],
      [tag(3, { partnerName: 'Next' }), tag(4, { partnerName: 'Last' }), tag(5, { partnerId: '90' })],
      [tag(6, { partnerId: '91', partnerName: 'Zeta' }), tag(7, { partnerId: '92', partnerName: 'Alpha' })],
    ];
    expect(knownOf({ companies, involvements }).map(([id, name]) => [id, name])).toEqual([
      ['90', 'Own'],
      ['88', 'Last'],
      ['89', 'Other'],
      ['91', 'Zeta'],
      ['92', 'Alpha'],
    ]);
  });
  it('that nobody knows go by the name on their tag, the first of them too', () => {
    expect(knownOf({ involvements: [[tag(1), tag(2, { partnerId: '89' })]] })).toEqual([
      ['88', 'Partner 88', -1, missing],
      ['89', 'Partner 89', -1, missing],
    ]);
  });
  it('that were onboarded and are no partner company keep their day, and the name on their tags', () => {
    const companies = [
      makeCompany({ id: '86', onboardedOn: 5 }),
      makeCompany({ id: '87', partnerType: 'isv', name: 'Real' }),
      makeCompany({ id: '88', onboardedOn: 6 }),
    ];
    expect(knownOf({ companies: [companies], involvements: [[tag(1)]] })).toEqual([
      ['87', 'Real', partnerTypes.indexOf('isv'), missing],
      ['88', 'Partner 88', -1, 6],
    ]);
  });
  it('are never the account of a deal, not even those of the first type', () => {
    const companies = [[makeCompany({ id: '900', partnerType: 'referral' })]];
    expect([...readerOf({ companies }).chunk.deals.account]).toEqual([-1]);
  });
});

it('keeps of a company that comes twice what came first, with the codes of the others in place', () => {
  const companies = [
    [makeCompany({ id: '900', region: 'Austria', employees: 10 })],
    [
      makeCompany({ id: '900', region: 'Italy' }),
      makeCompany({ id: '901', region: 'Spain', employees: 300 }),
    ],
  ];
  const { companies: known } = readerOf({ companies }).chunk;
  expect([...known.accountRegion].map((code) => known.regions.texts[code])).toEqual(['Austria', 'Spain']);
  expect([...known.accountSize]).toEqual([0, 2]);
});

describe('tags', () => {
  const shares = (segments: (number | null)[][], expected: number) => {
    let id = 0;
    const involvements = segments.map((rows) =>
      rows.map((share) => tag(++id, { partnerId: `${100 + id}`, dealId: 1, share })),
    );
    const { involvements: tags } = readerOf({ involvements, expected }).chunk;
    return Array.from(tags.partner, (_, at) => tags.share[at]);
  };
  it.each([0, 1, 3, 4, 9])('hold negotiated shares where there are any, expecting %i', (expected) => {
    expect(shares([[30, 70]], expected)).toEqual([30, 70]);
    expect(shares([[null], [30, null], [null]], expected)).toEqual([NaN, 30, NaN, NaN]);
    expect(shares([[20], [null], [80]], expected)).toEqual([20, NaN, 80]);
    expect(shares([[12.5], [33.33], [null, 50]], expected)).toEqual([12.5, 33.33, NaN, 50]);
    expect(shares([[33.33], [12.5, null], [66.67]], expected)).toEqual([33.33, 12.5, NaN, 66.67]);
    expect(shares([[null], [12.5, 33.33]], expected)).toEqual([NaN, 12.5, 33.33]);
    expect(shares([[null], [null, null]], expected)).toEqual([NaN, NaN, NaN]);
  });
  it('hold what was written, segment after segment', () => {
    const rows = [
      tag(1, {
        tier: 'source',
        origin: true,
        roles: ['originator', 'other'],
        stages: ['identify', 'expand'],
      }),
      tag(2, {
        partnerId: '89',
        status: 'rejected',
        imported: true,
        enteredOn: null,
        exitedOn: day('2026-03-01'),
      }),
      tag(3, { partnerId: '90', hasEvidence: true, taggedAt: at('2026-04-01') }),
    ];
    const { involvements } = readerOf({ involvements: rows.map((row) => [row]) }).chunk;
    expect(involvements).toMatchObject({
      count: 3,
      tier: Uint8Array.of(2, 0, 0),
      status: Uint8Array.of(1, 3, 1),
      marks: Uint8Array.of(1, 2, 4),
      roles: Uint16Array.of(0b1000_0000_0001, 0, 0),
      stages: Uint8Array.of(0b1000_0001, 0, 0),
      enteredDay: Int32Array.of(day('2026-01-02'), missing, day('2026-01-02')),
      exitedDay: Int32Array.of(missing, day('2026-03-01'), missing),
    });
  });
});

it('leaves out a stage that nobody dated, and amounts that are no number', () => {
  const row = makeDeal({ stageEnteredAt: { s1: NaN, s2: at('2026-02-01') }, timeInStage: { s3: Infinity } });
  const { deals, dictionaries } = readerOf({
    deals: [{ ...row, amountMinor: Infinity, weightedMinor: NaN }],
  }).chunk;
  expect([...deals.entryStage].map((code) => dictionaries.stages.texts[code])).toEqual(['s2']);
  expect([...deals.amountMinor, ...deals.weightedMinor]).toEqual([NaN, NaN]);
});
