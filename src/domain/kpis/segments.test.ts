import { at, day, makeCompany, makeDeal, makeInvolvement } from '#test/make';
import { columnsOf } from '../columns.ts';
import type { CompanyRow, DealRow } from '../rows.ts';
import { defaultSettings } from '../settings.ts';
import { founded } from './foundations.ts';
import { segmentKpis } from './segments.ts';
import { answerOf } from './tally.ts';

const question = {
  asOf: day('2026-06-30'),
  from: day('2026-02-01'),
  to: null,
  pipelines: [],
  settings: defaultSettings,
};
const company = (id: string, industry: string | null, region: string | null): CompanyRow =>
  makeCompany({ id, industry, region });
const won = (id: number, account: string, iso: string, row: Partial<DealRow> = {}): DealRow =>
  makeDeal({ id, account, outcome: 'won', closeAt: at(iso), ...row });
/** New segments won with a partner, and all of them. The deals with the ids given have a partner. */
const opened = (companies: CompanyRow[], deals: DealRow[], withPartner: number[] = []) => {
  const involvements = withPartner.map((dealId) => makeInvolvement({ dealId }));
  const columns = columnsOf({ deals, involvements, companies });
  const [partner, share] = answerOf(founded(segmentKpis), columns, question);
  return [partner!.value, share!.n];
};

it.each<[string, string | null, string | null, number]>([
  ['industry, region and pair', 'Retail', 'Austria', 3],
  ['industry alone', 'Retail', null, 1],
  ['region alone', null, 'Austria', 1],
  ['nothing', null, null, 0],
])('a first win opens %s', (_, industry, region, count) => {
  const world = [[company('1', industry, region)], [won(1, '1', '2026-03-01')]] as const;
  expect(opened([...world[0]], [...world[1]])).toEqual([0, count]);
  expect(opened([...world[0]], [...world[1]], [1])).toEqual([count, count]);
});

it('a segment is opened by the earliest of its accounts, whichever is known first', () => {
  const companies = [company('1', 'Retail', 'Austria'), company('2', 'Retail', 'Spain')];
  const [early, late] = ['2026-03-01', '2026-04-01'];
  // The second win opens its region and its pair alone.
  expect(opened(companies, [won(1, '1', early), won(2, '2', late)], [2])).toEqual([2, 5]);
  expect(opened(companies, [won(1, '1', late), won(2, '2', early)], [2])).toEqual([3, 5]);
});

it('of two wins in the same minute the lower deal id opens it', () => {
  const companies = [company('1', 'Retail', null), company('2', 'Retail', null)];
  const wins = [won(2, '2', '2026-03-01'), won(1, '1', '2026-03-01')];
  expect(opened(companies, wins, [1])).toEqual([1, 1]);
  expect(opened(companies, wins, [2])).toEqual([0, 1]);
  const turned = [...wins].reverse();
  expect(opened(companies, turned, [1])).toEqual([1, 1]);
  expect(opened(companies, turned, [2])).toEqual([0, 1]);
});

it('a segment that was opened before the period is not new, and none by a deal that was not won', () => {
  const companies = [
    company('1', 'Retail', null),
    company('2', 'Retail', null),
    company('3', 'Energy', null),
  ];
  const lost = won(3, '3', '2026-03-01', { outcome: 'lost' });
  expect(opened(companies, [won(1, '1', '2026-01-15'), won(2, '2', '2026-03-01'), lost])).toEqual([0, 0]);
  // An account that never won opens nothing, although it comes first.
  expect(
    opened(companies, [won(1, '1', '2026-03-01', { outcome: 'lost' }), won(2, '2', '2026-03-01')]),
  ).toEqual([0, 1]);
});

it('segments are told apart, however many industries and regions there are', () => {
  const industries = ['Retail', 'Energy', 'Health', 'Media'];
  const regions = ['Austria', 'Spain', 'Italy'];
  const companies = industries.flatMap((industry) =>
    regions.map((region) => company(`${industry} ${region}`, industry, region)),
  );
  const alone = [company('industry', 'Mining', null), company('region', null, 'France')];
  const deals = [...companies, ...alone].map(({ id }, i) => won(i + 1, id, '2026-03-01'));
  // 4 · 3 pairs, 4 + 1 industries and 3 + 1 regions.
  expect(opened([...companies, ...alone], deals)).toEqual([0, 21]);
});

it('has a share from five new segments on', () => {
  const companies = [company('1', 'Retail', 'Austria'), company('2', 'Energy', 'Spain')];
  const deals = [won(1, '1', '2026-03-01'), won(2, '2', '2026-03-01')];
  const columns = columnsOf({ deals, involvements: [makeInvolvement()], companies });
  const share = answerOf(founded(segmentKpis), columns, question)[1];
  expect(share).toMatchObject({ id: 'K17.share', value: 0.5, n: 6 });
});

it('knows no segment of an account that companies were not read for', () => {
  const columns = columnsOf({
    deals: [won(1, '1', '2026-03-01'), won(2, '2', '2026-03-01')],
    involvements: [],
    companies: [company('1', 'Retail', 'Austria'), company('2', 'Energy', 'Spain')],
  });
  columns.deals.account[1] = 99;
  expect(answerOf(founded(segmentKpis), columns, question)[1]).toMatchObject({ n: 3 });
});
