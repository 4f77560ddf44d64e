import type { LifeCycleStage } from '#domain/vocabulary';
import type { NamedStage } from '../import/dataset.ts';

export interface DemoStage {
  readonly label: string;
  readonly probability: number;
  readonly lifeCycle: LifeCycleStage;
  /** Chance that a deal leaves the stage forwards instead of being lost, and the median days that it stays. */
  readonly passes: number;
  readonly days: number;
  /** Mean days until sellers bring in a partner: the further the deal, the sooner. */
  readonly partnerAfterDays: number;
}

export interface DemoPipeline {
  readonly label: string;
  readonly open: readonly DemoStage[];
  readonly won: string;
  readonly lost: string;
}

const stage = (
  label: string,
  lifeCycle: LifeCycleStage,
  [probability, passes, days, partnerAfterDays]: readonly [number, number, number, number],
): DemoStage => ({ label, lifeCycle, probability, passes, days, partnerAfterDays });

export const newBusiness: DemoPipeline = {
  label: 'New business',
  open: [
    stage('Discovery', 'identify', [0.1, 0.68, 14, 240]),
    stage('Qualified', 'engage', [0.25, 0.74, 17, 180]),
    stage('Evaluation', 'evaluate', [0.45, 0.76, 24, 110]),
    stage('Proposal', 'decide', [0.65, 0.8, 17, 70]),
    stage('Contract', 'decide', [0.85, 0.9, 11, 70]),
  ],
  won: 'Closed won',
  lost: 'Closed lost',
};

export const renewals: DemoPipeline = {
  label: 'Renewals & expansion',
  open: [
    stage('Upcoming', 'renew', [0.5, 0.9, 34, 260]),
    stage('Offer sent', 'renew', [0.6, 0.9, 18, 160]),
    stage('Negotiation', 'expand', [0.8, 0.92, 14, 110]),
  ],
  won: 'Renewed',
  lost: 'Not renewed',
};

/** The deals of the comparison are those that reached this stage. */
export const landmark = 'Evaluation';

export const demoStages: readonly NamedStage[] = [newBusiness, renewals].flatMap(
  ({ label, open, won, lost }) => [
    ...open.map(({ label: name, probability }) => ({
      pipeline: label,
      stage: name,
      outcome: 'open' as const,
      probability,
    })),
    { pipeline: label, stage: won, outcome: 'won' as const, probability: 1 },
    { pipeline: label, stage: lost, outcome: 'lost' as const, probability: 0 },
  ],
);
