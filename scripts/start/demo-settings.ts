import { toMinor } from '#domain/money';
import { defaultSettings, type ProgramSettings } from '#domain/settings';
import type { LifeCycleStage } from '#domain/vocabulary';
import type { Pipeline } from '#usecases/crm';
import { homeCurrency } from '../demo/deals.ts';
import { landmark, newBusiness, renewals } from '../demo/pipelines.ts';

const euros = (amount: number): number => toMinor(amount, homeCurrency);

/** What an admin of the demo's company would have configured. */
export function demoSettings(pipelines: readonly Pipeline[]): ProgramSettings {
  const idOf = (pipeline: string, stage: string): string | undefined =>
    pipelines.find(({ label }) => label === pipeline)?.stages.find(({ label }) => label === stage)?.id;
  const lifeCycleOf: Record<string, LifeCycleStage> = {};
  for (const { label, open, won } of [newBusiness, renewals]) {
    for (const stage of [...open, { label: won, lifeCycle: 'onboard' as const }]) {
      const id = idOf(label, stage.label);
      if (id !== undefined) lifeCycleOf[id] = stage.lifeCycle;
    }
  }
  return {
    ...defaultSettings,
    homeCurrency,
    lifeCycleOf,
    landmarkStage: idOf(newBusiness.label, landmark) ?? null,
    pipelineTargetMinor: euros(600_000),
    programCostMinor: euros(240_000),
    directCostMinor: euros(900_000),
    grossMargin: 0.72,
  };
}
