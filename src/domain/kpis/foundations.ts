import { lastConfirmedDays } from './active-partners.ts';
import { creditByPartner, type CreditByPartner } from './credit-by-partner.ts';
import { firstWinsOf, type FirstWins } from './first-wins.ts';
import { ladderCounts } from './ladder.ts';
import { newLogos, type NewLogos } from './new-logos.ts';
import { lateTags, type LateTags } from './quality.ts';
import type { Asked, Selection } from './selection.ts';
import type { Tally } from './tally.ts';

/** What several families rest on, tallied once for all of them. */
export interface Foundations {
  readonly firstWins: FirstWins;
  readonly logos: Tally<NewLogos>;
  readonly credit: Tally<CreditByPartner>;
  readonly late: Tally<LateTags>;
  readonly lastConfirmed: Tally<Int32Array>;
  readonly ladder: Tally<Int32Array>;
  readonly add: (selection: Selection) => void;
}

/** First wins are the same whatever is asked about partners, so several may share them. */
export function foundationsOf(
  asked: Asked,
  firstWins: FirstWins = firstWinsOf(asked.columns, asked.question),
): Foundations {
  const tallies = {
    logos: newLogos(asked, firstWins),
    credit: creditByPartner(asked),
    late: lateTags(),
    lastConfirmed: lastConfirmedDays(asked),
    ladder: ladderCounts(asked),
  };
  return {
    firstWins,
    ...tallies,
    add: (selection) => Object.values(tallies).forEach((tally) => tally.add(selection)),
  };
}

/** A family on foundations of its own, for when nobody else needs them. */
export const founded =
  <Result>(family: (asked: Asked, foundations: Foundations) => Tally<Result>) =>
  (asked: Asked): Tally<Result> => {
    const foundations = foundationsOf(asked);
    const tally = family(asked, foundations);
    return {
      add: (selection) => {
        foundations.add(selection);
        tally.add(selection);
      },
      finish: tally.finish,
    };
  };
