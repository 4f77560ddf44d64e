import * as z from 'zod';
import { creditModels } from '#domain/credit';
import { stratumFactors, type ProgramSettings } from '#domain/settings';
import { tiers } from '#domain/vocabulary';
import { actor, lifeCycleStage, portalId } from './involvement.ts';

const share = z.number().min(0).max(1);
const money = z.number().int().min(0).nullable();
const weight = z.number().min(0).max(1000);

export const programSettings = z.object({
  homeCurrency: z.string().regex(/^[A-Z]{3}$/, 'must be a three-letter currency code like EUR'),
  pipelines: z.array(z.string()),
  lifeCycleOf: z.record(z.string(), lifeCycleStage),
  landmarkStage: z.string().nullable(),
  strata: z.array(z.enum(stratumFactors)).max(3, 'takes at most three factors'),
  creditModel: z.enum(creditModels),
  tierWeights: z.record(z.enum(tiers), weight),
  pipelineTargetMinor: money,
  programCostMinor: money,
  directCostMinor: money,
  grossMargin: share.nullable(),
  fullStackFunctions: z.number().int().min(1).max(4),
  ladderDeals: z.number().int().min(1).max(100),
  activationDays: z.number().int().min(1).max(3650),
  confirmers: z.array(z.email('must be an e-mail address')).max(200),
}) satisfies z.ZodType<ProgramSettings>;

export const readSettingsInput = z.object({ portalId });
export type ReadSettingsInput = z.infer<typeof readSettingsInput>;

export const saveSettingsInput = z.object({
  portalId,
  actor,
  settings: programSettings,
  /** The version that was read; a save over somebody else's newer version is refused. */
  version: z.number().int().min(0),
});
export type SaveSettingsInput = z.infer<typeof saveSettingsInput>;

export interface SettingsView {
  readonly settings: ProgramSettings;
  readonly version: number;
  readonly savedAt: string | null;
  readonly savedBy: string | null;
  readonly pipelines: readonly PipelineView[];
}

export interface PipelineView {
  readonly id: string;
  readonly label: string;
  readonly stages: readonly { readonly id: string; readonly label: string; readonly closed: boolean }[];
}
