import type { Columns } from '../columns.ts';
import { isWon } from '../columns/deal-columns.ts';
import { dayOfMinute, missing } from '../columns/minute.ts';
import { splitCredit, type Claim, type CreditModel } from '../credit.ts';
import { tiers } from '../vocabulary.ts';
import { isOrigin } from '../columns/involvement-columns.ts';
import { summed } from './amount.ts';
import type { Question } from './question.ts';
import type { Selection } from './selection.ts';
import { isConfirmed, isMatched } from './standing.ts';

export interface CreditByPartner {
  /** By partner code: its share of the amounts, which sums over partners to `unique` where the model credits every deal. */
  readonly credited: Float64Array;
  /** Amount and number of the deals behind it, each deal once. */
  readonly unique: number;
  readonly uniqueDeals: number;
}

/**
 * Credit for the deals won in the period, by partner: each deal's amount split among all of its confirmed partners
 * under the program's model, to the cent. Tags outside the question's filters take their part and are not shown.
 */
export function creditByPartner(selection: Selection): CreditByPartner {
  const known = credits.get(selection);
  if (known !== undefined) return known;
  const credit = creditOf(selection, () => true);
  credits.set(selection, credit);
  return credit;
}

/** The model shown beside the settings' own: maturity-weighted where nobody chose one, equal beside maturity-weighted. */
export const secondModelOf = ({ settings, secondModel }: Question): CreditModel =>
  secondModel ?? (settings.creditModel === 'maturity' ? 'equal' : 'maturity');

/** Several families ask for the credit of one selection; a selection never changes. */
const credits = new WeakMap<Selection, CreditByPartner>();

/** The same over the deals that count, by their row in the columns. */
export function creditOf(
  selection: Selection,
  counts: (row: number) => boolean,
  creditModel: CreditModel = selection.question.settings.creditModel,
): CreditByPartner {
  const { columns, question, standing, rows, outcome, confirmed, inClosed } = selection;
  const { start, partner } = columns.involvements;
  const { tierWeights } = question.settings;
  const partners = columns.dictionaries.partners.texts.length;
  const credited = new Float64Array(partners);
  let unique = 0;
  let uniqueDeals = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    if (inClosed[at] === 0 || outcome[at] !== isWon || confirmed[at] === 0 || !counts(row)) continue;
    const tags = confirmedTags(standing, start[row]!, start[row + 1]!);
    const amount = summed(columns, row);
    const claims = tags.map((tag) => claimOf(columns, tag));
    const close = columns.deals.closeMinute[row]!;
    const closedOn = close === missing ? null : dayOfMinute(close);
    const parts = splitCredit(amount, claims, creditModel, tierWeights, closedOn);
    tags.forEach((tag, place) => {
      if ((standing[tag]! & isMatched) !== 0) credited[partner[tag]!]! += parts[place]!;
    });
    unique += amount;
    uniqueDeals++;
  }
  return { credited, unique, uniqueDeals };
}

function confirmedTags(standing: Uint8Array, from: number, to: number): number[] {
  const tags: number[] = [];
  for (let tag = from; tag < to; tag++) if ((standing[tag]! & isConfirmed) !== 0) tags.push(tag);
  return tags;
}

function claimOf({ involvements, dictionaries }: Columns, tag: number): Claim {
  const entered = involvements.enteredDay[tag]!;
  const share = involvements.share[tag]!;
  return {
    partnerId: dictionaries.partners.texts[involvements.partner[tag]!]!,
    tier: tiers[involvements.tier[tag]!]!,
    origin: (involvements.marks[tag]! & isOrigin) !== 0,
    enteredOn: entered === missing ? null : entered,
    share: Number.isNaN(share) ? null : share,
  };
}
