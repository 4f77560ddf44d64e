import type { Columns } from '../columns.ts';
import { isWon } from '../columns/deal-columns.ts';
import { dayOfMinute, missing } from '../columns/minute.ts';
import { splitCredit, type Claim, type CreditModel } from '../credit.ts';
import { tiers } from '../vocabulary.ts';
import { isOrigin } from '../columns/involvement-columns.ts';
import { summed } from './amount.ts';
import { costedPeriod, isNewBusiness } from './costed-period.ts';
import { isInPeriod } from './deal-filter.ts';
import type { Question } from './question.ts';
import type { Asked, Selection } from './selection.ts';
import { isConfirmed, isMatched } from './standing.ts';
import type { Tally } from './tally.ts';

export interface CreditByPartner {
  /** By partner code: its share of the amounts, which sums over partners to `unique` where the model credits every deal. */
  readonly credited: Float64Array;
  /** Amount and number of the deals behind it, each deal once. */
  readonly unique: number;
  readonly uniqueDeals: number;
}

/** The model shown beside the settings' own: maturity-weighted where nobody chose one, equal beside maturity-weighted. */
export const secondModelOf = ({ settings, secondModel }: Question): CreditModel =>
  secondModel ?? (settings.creditModel === 'maturity' ? 'equal' : 'maturity');

export interface Credits {
  /** For the deals won in the period, under the program's model and under the second one. */
  readonly own: CreditByPartner;
  readonly second: CreditByPartner;
  /** For those won in the days that the program's cost is taken for, and for the new business among them. */
  readonly costed: CreditByPartner;
  readonly costedNew: CreditByPartner;
}

/**
 * Credit for won deals, by partner: each deal's amount split among all of its confirmed partners under a model, to the
 * cent. Tags outside the question's filters take their part and are not shown.
 */
export function creditTally({ question, columns: shared }: Asked): Tally<Credits> {
  const partners = shared.dictionaries.partners.texts.length;
  const credits = {
    own: newCredit(partners),
    second: newCredit(partners),
    costed: newCredit(partners),
    costedNew: newCredit(partners),
  };
  const { creditModel } = question.settings;
  const { period } = costedPeriod(question);
  return {
    add: (selection) => {
      const { columns, rows, outcome, confirmed, inClosed } = selection;
      for (let at = 0; at < rows.length; at++) {
        if (inClosed[at] === 0 || outcome[at] !== isWon || confirmed[at] === 0) continue;
        const row = rows[at]!;
        const split = splitOf(selection, row, creditModel);
        addSplit(credits.own, selection, split);
        addSplit(credits.second, selection, splitOf(selection, row, secondModelOf(question)));
        // The days that the cost is taken for lie in the period.
        if (!isInPeriod(period, columns.deals.closeMinute[row]!)) continue;
        addSplit(credits.costed, selection, split);
        if (isNewBusiness(columns, row)) addSplit(credits.costedNew, selection, split);
      }
    },
    finish: () => credits,
  };
}

interface Credit {
  readonly credited: Float64Array;
  unique: number;
  uniqueDeals: number;
}

const newCredit = (partners: number): Credit => ({
  credited: new Float64Array(partners),
  unique: 0,
  uniqueDeals: 0,
});

/** A won deal's confirmed tags, and the part of its amount that each of them gets. */
interface Split {
  readonly amount: number;
  readonly tags: readonly number[];
  readonly parts: readonly number[];
}

function splitOf({ columns, question, standing }: Selection, row: number, model: CreditModel): Split {
  const { start } = columns.involvements;
  const amount = summed(columns, row);
  const tags = confirmedTags(standing, start[row]!, start[row + 1]!);
  const claims = tags.map((tag) => claimOf(columns, tag));
  const close = columns.deals.closeMinute[row]!;
  const closedOn = close === missing ? null : dayOfMinute(close);
  return { amount, tags, parts: splitCredit(amount, claims, model, question.settings.tierWeights, closedOn) };
}

function addSplit(to: Credit, { columns, standing }: Selection, { amount, tags, parts }: Split): void {
  const { partner } = columns.involvements;
  for (let place = 0; place < tags.length; place++) {
    const tag = tags[place]!;
    if ((standing[tag]! & isMatched) !== 0) to.credited[partner[tag]!]! += parts[place]!;
  }
  to.unique += amount;
  to.uniqueDeals++;
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
