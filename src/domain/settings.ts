import type { CreditModel } from './credit.ts';
import { tiers, type LifeCycleStage, type Tier } from './vocabulary.ts';

/** What may stratify the fair comparison. */
export const stratumFactors = ['region', 'size', 'pipeline', 'dealtype'] as const;
export type StratumFactor = (typeof stratumFactors)[number];

/** What an admin configures. Money is in minor units of the home currency, per year; shares are 0 to 1. */
export interface ProgramSettings {
  readonly homeCurrency: string;
  /** Pipelines that count; empty means all. */
  readonly pipelines: readonly string[];
  /** Deal stage id to life-cycle stage. Deal stages that are absent map to nothing. */
  readonly lifeCycleOf: Readonly<Record<string, LifeCycleStage>>;
  /** Deal stage id whose entry is the landmark of the comparison; null: not chosen. */
  readonly landmarkStage: string | null;
  readonly strata: readonly StratumFactor[];
  readonly creditModel: CreditModel;
  readonly tierWeights: Readonly<Record<Tier, number>>;
  /** Target of open partner pipeline closing in the period (K07). */
  readonly pipelineTargetMinor: number | null;
  readonly programCostMinor: number | null;
  readonly directCostMinor: number | null;
  readonly grossMargin: number | null;
  /** Distinct functions that make a deal full-stack (K30). */
  readonly fullStackFunctions: number;
  /** Confirmed deals in twelve months that make a ladder level (K41). */
  readonly ladderDeals: number;
  /** Days after onboarding in which a partner should have its first deal (K37). */
  readonly activationDays: number;
  /** E-mail addresses of the people who confirm; empty means that everybody may. */
  readonly confirmers: readonly string[];
}

export const defaultSettings: ProgramSettings = {
  homeCurrency: 'EUR',
  pipelines: [],
  lifeCycleOf: {},
  landmarkStage: null,
  strata: ['region', 'size'],
  creditModel: 'equal',
  tierWeights: Object.fromEntries(tiers.map((tier, index) => [tier, index + 1])) as Record<Tier, number>,
  pipelineTargetMinor: null,
  programCostMinor: null,
  directCostMinor: null,
  grossMargin: null,
  fullStackFunctions: 3,
  ladderDeals: 2,
  activationDays: 180,
  confirmers: [],
};
