import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFiles } from './read-files.ts';
import { toClaim, toPartnerType, toRole } from './words.ts';

const dir = mkdtempSync(join(tmpdir(), 'tags-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const now = Date.parse('2026-11-01T12:00:00Z');
const deals =
  'Record ID,Deal Stage,Create Date,Associated Company IDs\n' +
  '1,Won deal,2026-01-05,70;90\n2,Proposal,2026-01-05,90;71\n3,Proposal,2026-01-05,';
const companies =
  'Record ID,Company name,Partner Type\n70,Acme,\n71,Beta,\n90,Nordlicht,Reseller\n91,Twin,\n92,twin,';

function tagsOf(text: string) {
  const file = (name: string, content: string): string => {
    writeFileSync(join(dir, name), content);
    return join(dir, name);
  };
  const closed = deals.replaceAll('Won deal', 'Negotiation');
  return readFiles(
    {
      deals: file('d.csv', closed),
      companies: file('c.csv', companies),
      involvements: file('i.csv', text),
      dateOrder: null,
      currency: null,
    },
    now,
  );
}

test('a partner is known by id or by name; the time of the tag is kept, else it is the time of the load', () => {
  const { dataset } = tagsOf(
    'deal_id,partner_id,partner_name,tagged_at,status\n1,90,,2026-02-03 10:00,confirmed\n2,,NORDLICHT,,\n',
  );
  expect(dataset.involvements).toMatchObject([
    {
      dealId: '1',
      partnerId: '90',
      partnerName: 'Nordlicht',
      taggedAt: Date.parse('2026-02-03T10:00Z'),
      status: 'confirmed',
    },
    { dealId: '2', partnerId: '90', taggedAt: now, taggedFrom: 'import', status: 'proposed', tier: 'assist' },
  ]);
});

test("the account is the deal's customer, never the partner's own company", () => {
  const { dataset } = tagsOf('deal_id,partner_id\n1,90\n2,90\n3,90');
  expect(dataset.involvements.map(({ accountId }) => accountId)).toEqual(['70', '71', null]);
});

test('an unknown partner name becomes a partner company, and that is said', () => {
  const { dataset, notes } = tagsOf('deal_id,partner_name\n1,Sundale\n2,sundale');
  const made = dataset.companies.filter(({ properties }) => properties['name'] === 'Sundale');
  expect(made).toHaveLength(1);
  expect(made[0]?.properties['partner_type']).toBe('other');
  expect(new Set(dataset.involvements.map(({ partnerId }) => partnerId))).toEqual(new Set([made[0]?.id]));
  expect(notes.join(' ')).toMatch(/1 companies .* made: Sundale.*1 partners had no partner type/);
  expect(notes.join(' ')).toMatch(/2 tags state no status/);
});

test('a tier "source" makes the origin, unless another row claims it; two claims are one too many', () => {
  const { dataset, issues } = tagsOf(
    'deal_id,partner_id,tier,origin\n1,90,Source,\n1,91,source,\n2,90,source,\n2,91,assist,yes\n3,90,,true\n3,91,,true',
  );
  expect(dataset.involvements.map(({ dealId, partnerId, origin }) => [dealId, partnerId, origin])).toEqual([
    ['1', '90', true],
    ['1', '91', false],
    ['2', '90', false],
    ['2', '91', true],
    ['3', '90', true],
  ]);
  expect(issues).toEqual([expect.objectContaining({ line: 7, column: 'origin', value: 'true' })]);
});

test.each([
  ['9,90,,,,', 'deal_id'],
  ['1,,,,,', 'partner_name'],
  ['1,,Twin,,,', 'partner_name'],
  ['1,90,,gold,,', 'tier'],
  ['1,90,,,2027-01-01,', 'entered_on'],
  ['1,90,,,2026-05-01,2026-04-01', 'exited_on'],
])('the row %s is left out, and the column %s is named', (row, column) => {
  const { dataset, issues } = tagsOf(
    `deal_id,partner_id,partner_name,tier,entered_on,exited_on\n${row}\n3,90,,,,\n`,
  );
  expect(issues).toMatchObject([{ line: 2, column }]);
  expect(dataset.involvements).toHaveLength(1);
});

test('the second row of one partner on one deal is left out, and the first is named', () => {
  const { dataset, issues } = tagsOf('deal_id,partner_id,partner_name\n1,90,\n1,,Nordlicht');
  expect(dataset.involvements).toHaveLength(1);
  expect(issues[0]?.remedy).toMatch(/line 2 already/);
});

test('labels, internal values and the words of other systems are understood', () => {
  expect(
    ['Joint solution', 'co_sell', 'Co-Sell', 'Sourced', 'Partner Influenced'].map(
      (text) => toClaim(text)?.tier,
    ),
  ).toEqual(['joint_solution', 'co_sell', 'co_sell', 'source', 'assist']);
  expect(toClaim('Reseller')).toEqual({ tier: 'co_sell', role: 'reseller_of_record' });
  expect(['Reseller of record', 'Implementation Partner', 'tech win'].map(toRole)).toEqual([
    'reseller_of_record',
    'implementation',
    'technical_validation',
  ]);
  expect(toPartnerType('Technology partner (ISV)')).toBe('isv');
  expect(toClaim('platinum')).toBeNull();
});
