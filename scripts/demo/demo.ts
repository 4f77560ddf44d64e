import type { Dataset } from '../import/dataset.ts';
import { accountsOf, contactsOf } from './accounts.ts';
import { dealOf, homeCurrency } from './deals.ts';
import { diceOf } from './dice.ts';
import { partnersOf } from './partners.ts';
import { demoStages } from './pipelines.ts';

const msPerDay = 86_400_000;
const firstIds = {
  accounts: 4_100_000_001,
  partners: 4_900_000_001,
  contacts: 5_100_000_001,
  deals: 20_000_000_001,
};

export interface DemoOptions {
  readonly seed: number;
  /** The day on which the story ends, as an instant. */
  readonly today: number;
  readonly deals?: number;
}

/**
 * A company that sells software through 24 partners: about three years until today.
 * Partners change next to nothing in this world, but sellers bring them into deals that are already going well,
 * so the plain win rates differ much and the fair comparison does not.
 */
export function demoDataset({ seed, today, deals = 2_000 }: DemoOptions): Dataset {
  const dice = diceOf(seed);
  const start = Math.floor(today / msPerDay) * msPerDay - 3 * 365 * msPerDay;
  const partners = partnersOf(dice, firstIds.partners, start, today);
  const accounts = accountsOf(dice, firstIds.accounts, 150);
  const companies = [...accounts, ...partners].map(({ id, properties }) => ({ id, properties }));
  const contacts = contactsOf(dice, companies, firstIds.contacts);
  const market = { accounts, partners, period: { start, today } };
  const made = Array.from({ length: deals }, (_, index) =>
    dealOf(dice, String(firstIds.deals + index), market),
  );
  return {
    homeCurrency,
    stages: demoStages,
    companies,
    contacts,
    deals: made.map(({ deal }) => deal),
    involvements: made.flatMap(({ tags }) => tags),
  };
}
