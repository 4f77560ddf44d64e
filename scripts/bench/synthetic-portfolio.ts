import type { Question } from '#domain/kpis/question';
import type { CompanyRow, DealRow, InvolvementRow } from '#domain/rows';
import { defaultSettings } from '#domain/settings';
import { partnerTypes } from '#domain/vocabulary';
import { landmarkStage, lifeCycleOf, syntheticDeal } from './synthetic-deal.ts';
import { partnerNameOf, syntheticTags } from './synthetic-tags.ts';
import {
  companyIdAt,
  diceAt,
  msPerDay,
  partners,
  start,
  today,
  worldOf,
  type SyntheticWorld,
} from './synthetic-world.ts';

/** A portfolio of any size from a seed. Rows are made when asked for, so a million deals take no memory. */
export interface SyntheticPortfolio {
  readonly deals: number;
  /** Deals by their place in the order of ids, from 0 up to `deals`. */
  readonly syntheticDeals: (from: number, to: number) => Iterable<DealRow>;
  /**
   * Involvements in the order of their ids. The walk visits every deal once, at places 0 up to `deals`, and gives the
   * tags made then: weeks after the deal, so not in the order of deals.
   */
  readonly syntheticInvolvements: (from: number, to: number) => Iterable<InvolvementRow>;
  /** Partners first, in the order of ids. */
  readonly syntheticCompanies: () => Iterable<CompanyRow>;
  /** Every KPI, on the last day of three years, with stages mapped and a landmark. */
  readonly question: Question;
}

export function syntheticPortfolio(deals: number, seed = 1): SyntheticPortfolio {
  const world = worldOf(deals, seed);
  return {
    deals,
    *syntheticDeals(from, to) {
      for (let place = from; place < to; place++) yield syntheticDeal(world, place);
    },
    *syntheticInvolvements(from, to) {
      for (let visit = from; visit < to; visit++) yield* syntheticTags(world, visit);
    },
    *syntheticCompanies() {
      for (let place = 0; place < partners + world.accounts; place++) yield syntheticCompany(world, place);
    },
    question: {
      asOf: today / msPerDay,
      from: null,
      to: null,
      pipelines: [],
      settings: { ...defaultSettings, lifeCycleOf, landmarkStage },
    },
  };
}

function syntheticCompany(world: SyntheticWorld, place: number): CompanyRow {
  const dice = diceAt(world, 4, place);
  const isPartner = place < partners;
  return {
    id: companyIdAt(place),
    name: isPartner ? partnerNameOf(place) : `Account ${place - partners + 1}`,
    industry: dice.chance(0.1) ? null : `INDUSTRY_${Math.floor(20 * dice.roll() ** 1.5)}`,
    region: dice.chance(0.1) ? null : `Country ${Math.floor(12 * dice.roll() ** 2)}`,
    employees: dice.chance(0.1) ? null : Math.ceil(dice.logNormal(150, 1.4)),
    partnerType: isPartner ? partnerTypes[place % partnerTypes.length]! : null,
    onboardedOn: isPartner ? start / msPerDay + dice.whole(-400, 900) : null,
  };
}
