import type { Columns } from '../columns.ts';
import { isWon } from '../columns/deal-columns.ts';
import { dayOfMinute, missing } from '../columns/minute.ts';
import { splitCredit, type Claim, type CreditModel } from '../credit.ts';
import { tiers } from '../vocabulary.ts';
import { isOrigin } from '../columns/involvement-columns.ts';
import { summed } from './amount.ts';
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

export interface CreditChoice {
  /** Absent: that of the settings. */
  readonly model?: CreditModel;
  /** Which won deals are credited; absent: those that closed in the period. */
  readonly counts?: (selection: Selection, at: number) => boolean;
}

const closedInPeriod = ({ inClosed }: Selection, at: number): boolean => inClosed[at] === 1;

/**
 * Credit for won deals, by partner: each deal's amount split among all of its confirmed partners under a model, to the
 * cent. Tags outside the question's filters take their part and are not shown.
 */
export function creditByPartner(asked: Asked, choice: CreditChoice = {}): Tally<CreditByPartner> {
  const { settings } = asked.question;
  const { model = settings.creditModel, counts = closedInPeriod } = choice;
  const credited = new Float64Array(asked.columns.dictionaries.partners.texts.length);
  let unique = 0;
  let uniqueDeals = 0;
  return {
    add: (selection) => {
      const { columns, rows, outcome, confirmed } = selection;
      for (let at = 0; at < rows.length; at++) {
        if (outcome[at] !== isWon || confirmed[at] === 0 || !counts(selection, at)) continue;
        const amount = summed(columns, rows[at]!);
        addCredit(credited, selection, rows[at]!, amount, model);
        unique += amount;
        uniqueDeals++;
      }
    },
    finish: () => ({ credited, unique, uniqueDeals }),
  };
}

function addCredit(
  credited: Float64Array,
  { columns, question, standing }: Selection,
  row: number,
  amount: number,
  model: CreditModel,
): void {
  const { start, partner } = columns.involvements;
  const tags = confirmedTags(standing, start[row]!, start[row + 1]!);
  const claims = tags.map((tag) => claimOf(columns, tag));
  const close = columns.deals.closeMinute[row]!;
  const closedOn = close === missing ? null : dayOfMinute(close);
  const parts = splitCredit(amount, claims, model, question.settings.tierWeights, closedOn);
  tags.forEach((tag, place) => {
    if ((standing[tag]! & isMatched) !== 0) credited[partner[tag]!]! += parts[place]!;
  });
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
