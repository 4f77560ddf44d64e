import fc from 'fast-check';
import { companies, portfolio, question } from '#test/any-portfolio';
import { arbitraryRows } from '#test/arbitrary-rows';
import { columnsOf, type Columns } from '../columns.ts';
import { portfolioFigures, portfolioTally, type PortfolioTally } from '../kpis/portfolio.ts';
import type { CompanyRow, DealRow, InvolvementRow } from '../rows.ts';
import { encodeRows, type Table, type TableRows } from './codec.ts';
import { segmentReader } from './segment-reader.ts';

interface Rows {
  readonly deals: readonly DealRow[];
  readonly involvements: readonly InvolvementRow[];
  readonly companies: readonly CompanyRow[];
}

/** The bytes of segments that end at the given parts of all rows. */
function segmentsOf<T extends Table>(
  table: T,
  rows: readonly TableRows[T][],
  cuts: readonly number[],
): Uint8Array[] {
  const ends = [...cuts.map((cut) => Math.floor(cut * rows.length)), rows.length].sort(
    (one, other) => one - other,
  );
  return ends.map((end, at) => encodeRows(table, rows.slice(ends[at - 1] ?? 0, end)));
}

/** What the chunks show, one after the other. */
function readInSegments<Seen>(rows: Rows, cuts: readonly number[], look: (chunk: Columns) => Seen[]) {
  const reader = segmentReader();
  segmentsOf('companies', rows.companies, cuts).forEach(reader.addCompanies);
  segmentsOf('involvements', rows.involvements, cuts).forEach(reader.addInvolvements);
  const seen = segmentsOf('deals', rows.deals, cuts).flatMap((bytes) => look(reader.chunkOfDeals(bytes)));
  return { seen, orphans: reader.orphans() };
}

/** Everything that a KPI can see of the deals of a chunk, in words instead of codes. */
function seenIn({ deals, involvements, companies, dictionaries }: Columns, accounts: Map<number, number>) {
  const numberOf = (code: number): number | null => {
    if (code >= 0 && !accounts.has(code)) accounts.set(code, accounts.size);
    return accounts.get(code) ?? null;
  };
  const word = (texts: readonly string[], code: number | undefined): string | null =>
    texts[code ?? -1] ?? null;
  const tags = (deal: number) =>
    Array.from({ length: involvements.start[deal + 1]! - involvements.start[deal]! }, (_, at) => {
      const tag = involvements.start[deal]! + at;
      const partner = involvements.partner[tag]!;
      return {
        partner: word(dictionaries.partners.texts, partner),
        name: companies.partnerNames[partner],
        type: companies.partnerType[partner],
        onboarded: companies.onboardedDay[partner],
        facts: (['tier', 'status', 'marks', 'roles', 'stages'] as const).map(
          (name) => involvements[name][tag],
        ),
        times: (['enteredDay', 'exitedDay', 'taggedMinute'] as const).map((name) => involvements[name][tag]),
        share: involvements.share[tag],
      };
    });
  const entries = (deal: number) =>
    Array.from({ length: deals.stageStart[deal + 1]! - deals.stageStart[deal]! }, (_, at) => {
      const entry = deals.stageStart[deal]! + at;
      const stage = word(dictionaries.stages.texts, deals.entryStage[entry]);
      return JSON.stringify([stage, deals.entryMinute[entry], deals.entrySpent[entry]]);
    }).sort();
  return Array.from(deals.id, (id, deal) => ({
    id,
    numbers: (['outcome', 'createdMinute', 'closeMinute', 'flags', 'answer'] as const).map(
      (name) => deals[name][deal],
    ),
    amounts: [deals.amountMinor[deal], deals.weightedMinor[deal]],
    pipeline: word(dictionaries.pipelines.texts, deals.pipeline[deal]),
    stage: word(dictionaries.stages.texts, deals.stage[deal]),
    owner: word(dictionaries.owners.texts, deals.owner[deal]),
    dealType: word(dictionaries.dealTypes.texts, deals.dealType[deal]),
    lossReason: word(dictionaries.lossReasons.texts, deals.lossReason[deal]),
    account: numberOf(deals.account[deal]!),
    region: word(companies.regions.texts, companies.accountRegion[deals.account[deal]!]),
    industry: word(companies.industries.texts, companies.accountIndustry[deals.account[deal]!]),
    size: companies.accountSize[deals.account[deal]!] ?? -1,
    entries: entries(deal),
    tags: tags(deal),
  }));
}

/** A company that is no partner is kept without its name: tagged all the same, it goes by the name on its last tag. */
function asKept(rows: Rows): Rows {
  const onTags = new Map(rows.involvements.map((row) => [row.partnerId.trim(), row.partnerName]));
  const nameOf = ({ id, name, partnerType }: CompanyRow) =>
    partnerType === null ? (onTags.get(id) ?? id) : name;
  return { ...rows, companies: rows.companies.map((row) => ({ ...row, name: nameOf(row) })) };
}

/** One tag per deal and partner: HubSpot refuses a second one by its unique key. */
const oncePerPartner = (rows: Rows): Rows => {
  const keyOf = (row: InvolvementRow): string => `${row.dealId}:${row.partnerId.trim()}`;
  const first = new Map([...rows.involvements].reverse().map((row) => [keyOf(row), row]));
  return { ...rows, involvements: rows.involvements.filter((row) => first.get(keyOf(row)) === row) };
};

const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 });

it('shows what columns of the same rows show, wherever the segments are cut', () => {
  fc.assert(
    fc.property(fc.record(arbitraryRows).map(oncePerPartner), cuts, (rows, at) => {
      const whole = columnsOf(asKept(rows));
      const accounts = new Map<number, number>();
      const { seen, orphans } = readInSegments(rows, at, (chunk) => seenIn(chunk, accounts));
      expect(seen).toEqual(seenIn(whole, new Map()));
      expect(orphans).toBe(whole.orphans);
    }),
    { numRuns: 200 },
  );
});

it('gives the same KPIs as columns of the same rows, to the byte, wherever the segments are cut', () => {
  fc.assert(
    fc.property(portfolio, question, cuts, (given, asked, at) => {
      const deals = [...given.deals].sort((one, other) => one.id - other.id);
      const rows = { deals, involvements: given.involvements, companies };
      let tally: PortfolioTally | null = null;
      const { orphans } = readInSegments(rows, at, (chunk) => {
        tally ??= portfolioTally(asked, chunk);
        tally.add(chunk);
        return [];
      });
      const figures = tally!.finish(orphans);
      expect(JSON.stringify(figures)).toBe(JSON.stringify(portfolioFigures(columnsOf(rows), asked)));
    }),
    { numRuns: 200 },
  );
});
