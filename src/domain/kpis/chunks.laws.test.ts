import fc from 'fast-check';
import { companies, portfolio, question } from '#test/any-portfolio';
import { chunkOf, columnsOf, type Columns, type SharedColumns } from '../columns.ts';
import { growingDealDictionaries, type DealColumns } from '../columns/deal-columns.ts';
import { growingDictionary, type Dictionary, type GrowingDictionary } from '../columns/dictionary.ts';
import type { InvolvementColumns } from '../columns/involvement-columns.ts';
import type { DealRow, InvolvementRow } from '../rows.ts';
import { stratumFactors } from '../settings.ts';
import { portfolioFigures, portfolioTally } from './portfolio.ts';
import type { Question } from './question.ts';

/** The companies of the law's accounts, under the ids of `several` too. */
const segmented = companies.flatMap((company) => [
  company,
  ...[0, 100, 200].map((more) => ({ ...company, id: `${company.id}-${more}`, partnerType: null })),
]);

/** Filters that go through the selection, and a landmark of days. More than two at once would leave no deals. */
const narrowing: readonly Partial<Question>[] = [
  { landmarkDay: 0 },
  { landmarkDay: 45 },
  { owners: ['7'] },
  { regions: ['Austria'] },
  { industries: ['Energy'] },
  { sizeBands: ['1-49', '250-999'] },
  { tier: 'source' },
  { role: 'reference' },
  { stage: 'engage' },
  { routeToMarket: 'co_sell' },
];
const narrowed = fc
  .subarray([...narrowing], { maxLength: 2 })
  .map((parts): Partial<Question> => Object.assign({}, ...parts) as Partial<Question>);
const asked: fc.Arbitrary<Question> = fc
  .record({ question, narrowed, strata: fc.subarray([...stratumFactors]) })
  .map(({ question: plain, narrowed: more, strata }) => ({
    ...plain,
    ...more,
    settings: { ...plain.settings, strata },
  }));

type Rows = { readonly deals: readonly DealRow[]; readonly involvements: readonly InvolvementRow[] };

/** The same rows several times over, under other ids and of accounts of their own: enough of them for every rate. */
const several = ({ deals, involvements }: Rows, times: number): Rows => {
  const copies = Array.from({ length: times }, (_, copy) => 100 * copy);
  return {
    deals: copies.flatMap((more) =>
      deals.map((row) => ({
        ...row,
        id: row.id + more,
        account: row.account && `${row.account}-${more % 300}`,
      })),
    ),
    involvements: copies.flatMap((more) =>
      involvements.map((row) => ({ ...row, id: `${row.id}+${more}`, dealId: row.dealId + more })),
    ),
  };
};

it('any way of cutting the deals into chunks gives the same figures, to the byte', () => {
  const early = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 });
  const late = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 5 });
  const cuts = fc.tuple(early, late).map((parts) => parts.flat());
  fc.assert(
    fc.property(portfolio, asked, cuts, fc.constantFrom(1, 10), (rows, of, at, times) => {
      const whole = columnsOf({ ...several(rows, times), companies: segmented });
      const ends = [...at.map((end) => end % (whole.deals.count + 1)), whole.deals.count];
      const expected = portfolioFigures(whole, of);
      const { shared, chunks } = cut(
        whole,
        ends.sort((one, other) => one - other),
      );
      const tally = portfolioTally(of, shared);
      for (const chunk of chunks) tally.add(chunk);
      expect(JSON.stringify(tally.finish(whole.orphans))).toBe(JSON.stringify(expected));
    }),
    { numRuns: 200 },
  );
});

it('a portfolio of no chunks answers as one without deals', () => {
  const empty = columnsOf({ deals: [], involvements: [], companies });
  fc.assert(
    fc.property(asked, (of) => {
      expect(portfolioTally(of, empty).finish()).toEqual(portfolioFigures(empty, of));
    }),
  );
});

/** Chunks up to each of the ends. The dictionaries of deals know no more than the chunks so far have brought. */
function cut(whole: Columns, ends: readonly number[]): { shared: SharedColumns; chunks: Iterable<Columns> } {
  const known = growingDealDictionaries();
  const shared = {
    companies: whole.companies,
    // Accounts are numbered without texts, as in a stored portfolio.
    dictionaries: { ...known, accounts: growingDictionary(), partners: whole.dictionaries.partners },
  };
  function* chunks() {
    let from = 0;
    for (const to of ends) {
      const deals = dealsOf(whole.deals, from, to);
      const { dictionaries } = whole;
      learn(known.pipelines, dictionaries.pipelines, deals.pipeline);
      learn(known.stages, dictionaries.stages, [...deals.stage, ...deals.entryStage]);
      learn(known.owners, dictionaries.owners, deals.owner);
      learn(known.dealTypes, dictionaries.dealTypes, deals.dealType);
      learn(known.lossReasons, dictionaries.lossReasons, deals.lossReason);
      yield chunkOf(deals, involvementsOf(whole.involvements, from, to), shared);
      from = to;
    }
  }
  return { shared, chunks: chunks() };
}

function learn(known: GrowingDictionary, whole: Dictionary, codes: Iterable<number>): void {
  const highest = Math.max(-1, ...codes);
  while (known.texts.length <= highest) known.take(whole.texts[known.texts.length]!);
}

function dealsOf(whole: DealColumns, from: number, to: number): DealColumns {
  const [first, last] = [whole.stageStart[from]!, whole.stageStart[to]!];
  const cutOut = Object.entries(whole).map(([name, column]: [string, number | Float64Array]) => {
    if (typeof column === 'number') return [name, to - from];
    if (name === 'stageStart') return [name, column.slice(from, to + 1).map((start) => start - first)];
    return [name, name.startsWith('entry') ? column.slice(first, last) : column.slice(from, to)];
  });
  const columns: unknown = Object.fromEntries(cutOut);
  return columns as DealColumns;
}

function involvementsOf(whole: InvolvementColumns, from: number, to: number): InvolvementColumns {
  const [first, last] = [whole.start[from]!, whole.start[to]!];
  const cutOut = Object.entries(whole).map(([name, column]: [string, number | Float64Array]) => {
    if (typeof column === 'number') return [name, last - first];
    if (name === 'start') return [name, column.slice(from, to + 1).map((start) => start - first)];
    return [name, column.slice(first, last)];
  });
  const columns: unknown = Object.fromEntries(cutOut);
  return columns as InvolvementColumns;
}
