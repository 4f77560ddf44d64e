import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';

export const folder = resolve(__dirname, '../../shared/data/powerbi-opportunity');
export const isPresent = existsSync(folder);

const quoted = (cells: readonly string[]): string => cells.map((cell) => `"${cell}"`).join(',');
type Row = Record<string, string>;
/** Some accounts and partners have the same name: they are kept apart by id. */
const accountId = (id: string | undefined): string => String(100_000 + Number(id));
const partnerId = (id: string | undefined): string => String(200_000 + Number(id));

/**
 * The sample as HubSpot would export it. One opportunity stands in two rows, so each row is a deal of its own. The size
 * of an opportunity is its deal type. Partners were there from the first day; "Direct" is the answer "no partner".
 */
export function exportTo(dir: string): string[] {
  const read = (name: string): Row[] =>
    parse(readFileSync(join(folder, name)), { columns: true, skip_empty_lines: true });
  const by = (name: string, key: string): Map<string, Row> =>
    new Map(read(name).map((row) => [row[key] ?? '', row]));
  const [accounts, opportunities] = [
    by('Account.csv', 'Account ID'),
    by('Opportunity.csv', 'Opportunity ID'),
  ];
  const [partners, stages] = [by('Partner.csv', 'Partner ID'), by('SalesStage.csv', 'Sales Stage ID')];
  const facts = read('Fact.csv').map((fact, index) => ({
    id: String(1_001 + index),
    account: accountId(fact['Account ID']),
    partner: fact['Partner ID'],
    stage: stages.get(fact['Sales Stage ID'] ?? ''),
    opportunity: opportunities.get(fact['Opportunity ID'] ?? ''),
    created: fact['Create Date'] ?? '',
    closing: (fact['EstimatedCloseDate'] ?? '').slice(0, 10),
    revenue: fact['ProductRevenue'] ?? '',
  }));
  const isDriven = ({ partner = '' }: (typeof facts)[number]): boolean =>
    partners.get(partner)?.['Partner Driven'] === 'Yes';
  const file = (
    name: string,
    headings: string,
    rows: readonly (readonly (string | undefined)[])[],
  ): string => {
    writeFileSync(
      join(dir, name),
      [headings, ...rows.map((row) => quoted(row.map((cell) => cell ?? '')))].join('\r\n'),
    );
    return join(dir, name);
  };
  return [
    '--deals',
    file(
      'deals.csv',
      'Record ID,Deal Name,Deal Stage,Deal probability,Pipeline,Amount,Currency,Create Date,Close Date,Deal Type,Partner answer,Associated Company IDs (Primary)',
      facts.map((fact) => [
        fact.id,
        fact.opportunity?.['Name'],
        fact.stage?.['Sales Stage'],
        fact.stage?.['Probability'],
        'Opportunities',
        fact.revenue,
        'USD',
        fact.created,
        fact.closing,
        fact.opportunity?.['Opportunity Size'],
        isDriven(fact) ? 'tagged' : 'none',
        fact.account,
      ]),
    ),
    '--companies',
    file('companies.csv', 'Record ID,Company name,Country/Region,partner_type', [
      ...[...accounts].map(([id, row]) => [accountId(id), row['Account'], row['Region'], '']),
      ...[...partners].map(([id, row]) => [partnerId(id), row['Partner'], '', 'reseller']),
    ]),
    '--involvements',
    file(
      'involvements.csv',
      'deal_id,partner_id,tier,tagged_at,status',
      facts
        .filter(isDriven)
        .map((fact) => [fact.id, partnerId(fact.partner), 'co_sell', fact.created, 'confirmed']),
    ),
  ];
}
