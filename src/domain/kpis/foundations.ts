import { census, type Cell } from './census.ts';
import { creditTally, type Credits } from './credit-by-partner.ts';
import { firstWinsOf, type FirstWins } from './first-wins.ts';
import { newLogos, type NewLogos } from './new-logos.ts';
import { partnerTable, type PartnerTable } from './partner-table.ts';
import type { Asked, Selection } from './selection.ts';
import { tagCounts, type TagCounts } from './tag-counts.ts';
import { tierDays, type TierDays } from './tier-days.ts';
import type { Tally } from './tally.ts';

/** What several families rest on: tallied once for all of them, from the moment that the first asks for it. */
export interface Foundations {
  readonly firstWins: FirstWins;
  readonly census: () => Tally<readonly Cell[]>;
  readonly partners: () => Tally<PartnerTable>;
  readonly tags: () => Tally<TagCounts>;
  readonly tierDays: () => Tally<TierDays>;
  readonly logos: () => Tally<NewLogos>;
  readonly credits: () => Tally<Credits>;
  readonly add: (selection: Selection) => void;
}

/** First wins are the same whatever is asked about partners, so several may share them. */
export function foundationsOf(
  asked: Asked,
  firstWins: FirstWins = firstWinsOf(asked.columns, asked.question),
): Foundations {
  const started: Tally<unknown>[] = [];
  const once = <Result>(start: () => Tally<Result>): (() => Tally<Result>) => {
    let tally: Tally<Result> | undefined;
    return () => {
      if (tally === undefined) started.push((tally = start()));
      return tally;
    };
  };
  return {
    firstWins,
    census: once(census),
    partners: once(() => partnerTable(asked)),
    tags: once(() => tagCounts(asked)),
    tierDays: once(tierDays),
    logos: once(() => newLogos(asked, firstWins)),
    credits: once(() => creditTally(asked)),
    add: (selection) => {
      for (const tally of started) tally.add(selection);
    },
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
