import type { Columns } from '../columns.ts';
import { isOpen } from '../columns/deal-columns.ts';
import { fewestClosed, leastOverlap } from '../comparison/verdict.ts';
import { sized, summed } from './amount.ts';
import type { Question } from './question.ts';
import { noneArm, partnerArm } from './deal-tags.ts';
import type { Asked } from './selection.ts';
import { strataOf } from './strata-of.ts';
import { answerOf, type Tally } from './tally.ts';

export interface OpenDeals {
  readonly deals: number;
  readonly amountMinor: number;
  /** By the probability of the stage, of the deals that state one. */
  readonly weightedMinor: number;
  /** Deals with an amount above zero, and their mean; null where there are none. */
  readonly sized: number;
  readonly meanMinor: number | null;
}

export interface OpenInStratum {
  readonly name: string;
  readonly partner: OpenDeals;
  readonly none: OpenDeals;
}

export interface OpenByStratum {
  /** Most open deals first. */
  readonly strata: readonly OpenInStratum[];
  readonly all: Omit<OpenInStratum, 'name'>;
  /** Mean open deal with a partner over that without: as they are, and as if both had the partner deals' mix of strata. */
  readonly sizeRatio: {
    readonly crude: number | null;
    readonly standardised: number | null;
    /** Share of the partner deals in strata that hold both. */
    readonly overlap: number | null;
  };
}

/** The open pipeline within strata, of a portfolio in one chunk. */
export const openByStratum = (columns: Columns, question: Question): OpenByStratum =>
  answerOf(openByStratumTally, columns, question);

/**
 * The open pipeline within strata. Where partners are brought into large deals, their mean deal is larger in all
 * although it is no larger in any stratum: the ratio in the same mix shows it. Withheld below ten deals a side and below
 * half overlap, as win rates are. Example: 16 deals of 90 and 4 of 10 with a partner, 4 of 90 and 16 of 10 without: the
 * ratio is 74 / 26, and 1 in the same mix.
 */
function openByStratumTally({ question: { labels, settings } }: Asked): Tally<OpenByStratum> {
  const strata = strataOf(settings.strata, {
    stage: (id) => id,
    pipeline: (id) => labels?.pipelines[id] ?? id,
  });
  const sums: Record<'partner' | 'none', Sums>[] = [];
  return {
    add: ({ columns, rows, outcome, arm }) => {
      for (let at = 0; at < rows.length; at++) {
        if (outcome[at] !== isOpen || (arm[at] !== partnerArm && arm[at] !== noneArm)) continue;
        const both = (sums[strata.numberOf(columns, rows[at]!, -1)] ??= {
          partner: newSums(),
          none: newSums(),
        });
        addTo(arm[at] === partnerArm ? both.partner : both.none, columns, rows[at]!);
      }
    },
    finish: () => {
      const all = { partner: newSums(), none: newSums() };
      const named = sums.map(({ partner, none }, stratum) => {
        join(all.partner, partner);
        join(all.none, none);
        return { name: strata.names[stratum]!, partner: openDeals(partner), none: openDeals(none) };
      });
      named.sort((one, other) => dealsOf(other) - dealsOf(one) || (one.name < other.name ? -1 : 1));
      const total = { partner: openDeals(all.partner), none: openDeals(all.none) };
      return { strata: named, all: total, sizeRatio: sizeRatioOf(named, total) };
    },
  };
}

const newSums = () => ({ deals: 0, amount: 0, weighted: 0, sized: 0 });
type Sums = ReturnType<typeof newSums>;

function addTo(sums: Sums, columns: Columns, row: number): void {
  const weighted = columns.deals.weightedMinor[row]!;
  sums.deals++;
  sums.amount += summed(columns, row);
  if (!Number.isNaN(weighted)) sums.weighted += Math.max(0, weighted);
  if (!Number.isNaN(sized(columns, row))) sums.sized++;
}

function join(to: Sums, more: Sums): void {
  to.deals += more.deals;
  to.amount += more.amount;
  to.weighted += more.weighted;
  to.sized += more.sized;
}

const openDeals = ({ deals, amount, weighted, sized: count }: Sums): OpenDeals => ({
  deals,
  amountMinor: amount,
  weightedMinor: weighted,
  sized: count,
  meanMinor: count === 0 ? null : amount / count,
});

const dealsOf = ({ partner, none }: OpenInStratum): number => partner.deals + none.deals;

function sizeRatioOf(
  strata: readonly OpenInStratum[],
  all: Omit<OpenInStratum, 'name'>,
): OpenByStratum['sizeRatio'] {
  let [partner, none, compared] = [0, 0, 0];
  for (const { partner: tagged, none: untagged } of strata) {
    if (untagged.meanMinor === null) continue;
    partner += tagged.amountMinor;
    none += tagged.sized * untagged.meanMinor;
    compared += tagged.sized;
  }
  const overlap = all.partner.sized === 0 ? null : compared / all.partner.sized;
  const isEnough = Math.min(all.partner.sized, all.none.sized) >= fewestClosed;
  const crude = isEnough ? all.partner.meanMinor! / all.none.meanMinor! : null;
  const isFair = isEnough && overlap !== null && overlap >= leastOverlap;
  return { crude, standardised: isFair ? partner / none : null, overlap };
}
