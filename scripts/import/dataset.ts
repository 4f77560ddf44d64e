import type { NewInvolvement } from '#domain/involvement';
import type { PartnerAnswer } from '#domain/vocabulary';
import type { Issue } from './issue.ts';

/** Everything that goes into a portal in one load. Stages are named as the source names them. */
export interface Dataset {
  readonly homeCurrency: string;
  readonly stages: readonly NamedStage[];
  readonly companies: readonly CompanyRecord[];
  readonly contacts: readonly ContactRecord[];
  readonly deals: readonly DealRecord[];
  readonly involvements: readonly NewInvolvement[];
}

export interface NamedStage {
  /** Label or id of the pipeline; '' means the one that has the stage. */
  readonly pipeline: string;
  /** Label or id of the stage. */
  readonly stage: string;
  readonly outcome: 'open' | 'won' | 'lost';
  /** 0 to 1; null: not stated. */
  readonly probability: number | null;
}

export type Properties = Record<string, string | null>;

export interface CompanyRecord {
  readonly id: string;
  readonly properties: Properties;
}

export interface ContactRecord extends CompanyRecord {
  readonly companyId: string | null;
}

export interface DealRecord {
  readonly id: string;
  readonly pipeline: string;
  readonly stage: string;
  readonly properties: Properties;
  /** First entry per stage, in milliseconds. The stage is written as a stage of the same pipeline. */
  readonly stageEntered: ReadonlyMap<string, number>;
  /** Milliseconds in each stage over all visits (UNVERIFIED: the unit in HubSpot's exports; it is that of its API). */
  readonly timeInStage?: ReadonlyMap<string, number>;
  /** Name of the owner, or the id of an owner of the portal. */
  readonly owner: string | null;
  readonly primaryCompanyId: string | null;
  readonly otherCompanyIds: readonly string[];
  readonly answer: PartnerAnswer;
}

/** What was read of the files, and what was not. */
export interface ReadFiles {
  readonly dataset: Dataset;
  readonly issues: readonly Issue[];
  readonly counts: readonly {
    readonly file: string;
    readonly kind: string;
    readonly read: number;
    readonly of: number;
  }[];
  /** Stages that the deals have a column of entry dates for, as the headings name them. */
  readonly datedStages: readonly string[];
  /** Sentences about what the reading decided on its own. */
  readonly notes: readonly string[];
}
