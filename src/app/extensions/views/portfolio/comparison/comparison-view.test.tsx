import { Accordion, Table, TableRow, Text } from '@hubspot/ui-extensions';
import type { ComparisonReply } from '#contract/read-portfolio';
import { portfolio } from '../fake-portfolio.ts';
import { openPortfolio } from '../open-portfolio.tsx';
import { comparison } from './fake-comparison.ts';

async function open(overrides: Partial<ComparisonReply> = {}) {
  const page = await openPortfolio(portfolio({ comparison: comparison(overrides), comparisonMissing: null }));
  const cellsOf = (table: number) =>
    page
      .findAll(Table)
      [table]!.findAll(TableRow)
      .slice(1)
      .map((row) =>
        row.childNodes.map((cell) =>
          [cell.text, ...(cell as typeof row).findAll(Text).map(({ text }) => text)]
            .filter(Boolean)
            .join(' | '),
        ),
      );
  const section = (title: string) => page.find(Accordion, (node) => node.props.title.startsWith(title));
  return { ...page, cellsOf, section };
}

describe('the fair comparison', () => {
  it('says its sentence in full, with its notes, and that it is no proof', async () => {
    const page = await open();
    expect(page.texts()).toContain(
      'No clear difference (between −6 and +13 points), after adjusting for region. | Association, not proof. Sellers choose which deals get a partner',
    );
    expect(page.texts()).toContain(
      '229 of 385 partner tags were made after the deal had reached Evaluation.',
    );
  });

  it('says "Association, not proof." once where the sentence says it', async () => {
    const page = await open({
      sentence: 'Higher with partners: +12 points (4 to 20). Association, not proof.',
    });
    expect(page.texts().split('Association, not proof.')).toHaveLength(2);
  });

  it('puts like with like and the plain rates side by side, with counts and intervals', async () => {
    const page = await open();
    expect(page.cellsOf(0)).toEqual([
      [
        'Like with like | By region of the account',
        '55%',
        '51%',
        '+4 points | -6 to +13 points',
        '1.08× | 0.89 to 1.27',
      ],
      [
        'As they stand | Not adjusted',
        '55% | 79 of 144 won · 47% to 63%',
        '51% | 250 of 486 won · 47% to 56%',
        '+3 points | -6 to +13 points',
        '1.07× | 0.89 to 1.25',
      ],
    ]);
  });

  it('shows no adjusted number where the verdict forbids one', async () => {
    const page = await open({ verdict: 'no_overlap', headline: null });
    expect(page.cellsOf(0)[0]).toEqual([
      'Like with like | No number: the sentence above says why',
      '–',
      '–',
      '–',
      '–',
    ]);
    expect(page.texts()).toContain('The plain win rates below are not adjusted');
    expect(page.texts()).not.toContain('Association');
  });

  it('opens the groups where they disagree, those that say the most first', async () => {
    expect((await open()).section('Group by group: 2 groups').props.defaultOpen).toBe(false);
    const page = await open({ verdict: 'strata_disagree', headline: null });
    expect(page.section('Group by group').props.defaultOpen).toBe(true);
    expect(page.cellsOf(1)).toEqual([
      ['Germany', '60% (30 of 50)', '65% (65 of 100)', '-5 points', '-26 to +17 points'],
      ['Austria', '3 of 4', '50% (10 of 20)', '–', '–'],
    ]);
  });

  it('has no groups to show where there is one', async () => {
    const page = await open({ byStratum: comparison().byStratum.slice(0, 1) });
    expect(page.findAll(Accordion).some(({ props }) => props.title.startsWith('Group by'))).toBe(false);
  });

  it('says how much of the partner deals it covers, and which deals it does not compare', async () => {
    const page = await open();
    const lines = page
      .section('Which deals')
      .findAll(Text)
      .map(({ text }) => text);
    expect(lines).toEqual([
      '97% of the partner deals have deals without a partner in the same group to be compared with.',
      'Deals that are not compared:',
      '1,232 have no recorded entry to Evaluation',
      '43 do not say whether a partner is involved',
      '1 have tags, but no confirmed one',
    ]);
  });

  it('says why there is none', async () => {
    const page = await openPortfolio(portfolio({ comparisonMissing: 'No landmark is chosen.' }));
    expect(page.texts()).toContain('No landmark is chosen.');
  });
});

describe('the times of the comparison', () => {
  it('stand side by side, with a dash where nobody was followed up that far', async () => {
    const page = await open();
    expect(page.cellsOf(2)).toEqual([
      ['Median days to the close', '46 days', '–'],
      ['Won within 30 days', '2%', '2%'],
    ]);
  });

  it.each([
    [{ days: -2.2, interval: [-8.6, 4.3] }, 'No clear difference in days to the close: -8.6 to 4.3'],
    [
      { days: 6, interval: [2, 10] },
      'Deals with a partner close 6 days sooner on average: 2 to 10 days saved',
    ],
    [{ days: -6, interval: [-10, -2] }, 'Deals with a partner close 6 days later on average'],
  ] as const)('say what %j days saved mean', async (saved, sentence) => {
    const page = await open({ daysSaved: { horizon: 161, ...saved } });
    expect(page.section('How fast').find(Text).text).toContain(sentence);
  });

  it('say that there are not enough deals', async () => {
    const page = await open({ daysSaved: null });
    expect(page.section('How fast').find(Text).text).toContain('There are not enough deals');
  });
});
