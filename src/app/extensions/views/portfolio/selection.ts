import type { LandmarkChoice, Portfolio, ReadPortfolioInput } from '#contract/read-portfolio';
import type { CreditModel } from '#domain/credit';
import type { StratumFactor } from '#domain/settings';
import type { LifeCycleStage, Role, RouteToMarket, Tier } from '#domain/vocabulary';

/** What the page asks about; null and empty lists mean everything, or what the settings say. */
export interface Selection {
  readonly from: string | null;
  readonly to: string | null;
  readonly pipelines: readonly string[];
  readonly owners: readonly string[];
  readonly regions: readonly string[];
  readonly industries: readonly string[];
  readonly sizeBands: readonly string[];
  readonly tier: Tier | null;
  readonly role: Role | null;
  readonly stage: LifeCycleStage | null;
  readonly routeToMarket: RouteToMarket | null;
  readonly landmark: LandmarkChoice | null;
  readonly strata: readonly StratumFactor[];
  readonly creditModel: CreditModel | null;
}

export const everything: Selection = {
  from: null,
  to: null,
  pipelines: [],
  owners: [],
  regions: [],
  industries: [],
  sizeBands: [],
  tier: null,
  role: null,
  stage: null,
  routeToMarket: null,
  landmark: null,
  strata: [],
  creditModel: null,
};

/** What the filters offer: kept from the last answer, so that they stay while numbers load or fail. */
export interface Offered {
  /** The instant of the numbers: the named periods end there. */
  readonly asOf: string;
  readonly pipelines: Portfolio['pipelines'];
  readonly offered: Portfolio['offered'];
}

export const nothingOffered: Offered = {
  asOf: '',
  pipelines: [],
  offered: { owners: [], regions: [], industries: [], sizeBands: [], landmarks: [] },
};

/** The choices that are made, in the order of the filters. */
export const chosenKeys = (selection: Selection): readonly (keyof Selection)[] =>
  (Object.keys(everything) as (keyof Selection)[]).filter((key) => {
    const value = selection[key];
    return Array.isArray(value) ? value.length > 0 : value !== null;
  });

export const isFiltered = (selection: Selection): boolean => chosenKeys(selection).length > 0;

export const without = (selection: Selection, key: keyof Selection): Selection => ({
  ...selection,
  [key]: everything[key],
});

/** The question as the function takes it: what is not chosen is left out. */
export const inputOf = (portalId: number, selection: Selection): ReadPortfolioInput => ({
  portalId,
  ...Object.fromEntries(chosenKeys(selection).map((key) => [key, selection[key]])),
});
