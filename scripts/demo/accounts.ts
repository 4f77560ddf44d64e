import type { CompanyRecord, ContactRecord } from '../import/dataset.ts';
import type { Dice } from './dice.ts';
import { countries, industries, people, roots, slug } from './names.ts';

export interface Account extends CompanyRecord {
  readonly name: string;
  /** How much it buys, relative to the others. */
  readonly weight: number;
  readonly country: string;
  readonly employees: number;
}

export function accountsOf(dice: Dice, firstId: number, count: number): readonly Account[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    const industry = dice.pick(industries);
    const name = freeName(dice, industry.words, taken);
    const country = dice.weighted(countries, ({ weight }) => weight).name;
    const employees = Math.max(15, Math.round(dice.logNormal(420, 1.2)));
    const properties = {
      name,
      domain: `${slug(name)}.example`,
      industry: industry.name,
      country,
      numberofemployees: String(employees),
      type: 'PROSPECT',
    };
    return {
      id: String(firstId + index),
      name,
      country,
      employees,
      weight: dice.logNormal(1, 0.8),
      properties,
    };
  });
}

function freeName(dice: Dice, words: readonly string[], taken: Set<string>): string {
  for (;;) {
    const name = `${dice.pick(roots)} ${dice.pick(words)}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** One or two people per company. */
export function contactsOf(
  dice: Dice,
  companies: readonly CompanyRecord[],
  firstId: number,
): readonly ContactRecord[] {
  const contacts: ContactRecord[] = [];
  for (const { id, properties } of companies) {
    for (let n = dice.whole(1, 2); n > 0; n -= 1) {
      const [firstname = '', lastname = ''] = dice.pick(people).split(' ');
      const email = `${slug(firstname)}.${slug(lastname)}.${contacts.length}@${properties['domain'] ?? 'example'}`;
      contacts.push({
        id: String(firstId + contacts.length),
        companyId: id,
        properties: { firstname, lastname, email },
      });
    }
  }
  return contacts;
}
