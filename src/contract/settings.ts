import * as z from 'zod/mini';
import { creditModels } from '#domain/credit';
import { stratumFactors, type ProgramSettings } from '#domain/settings';
import { tiers } from '#domain/vocabulary';
import { actor, lifeCycleStage, portalId } from './involvement.ts';

const shareRange = 'must lie between 0 and 1';
const share = z.number().check(z.gte(0, shareRange), z.lte(1, shareRange));
const money = z.nullable(
  z.number().check(z.int('must be a whole number of minor units'), z.gte(0, 'must not be negative')),
);
const weight = z.number().check(z.gte(0, 'must not be negative'), z.lte(1000, 'must be 1000 at most'));

const whole = (from: number, to: number) => {
  const range = `must be a whole number from ${from} to ${to}`;
  return z.number().check(z.int(range), z.gte(from, range), z.lte(to, range));
};

export const programSettings = z.object({
  homeCurrency: z.string().check(z.regex(/^[A-Z]{3}$/, 'must be a three-letter currency code like EUR')),
  pipelines: z.array(z.string()),
  lifeCycleOf: z.record(z.string(), lifeCycleStage),
  landmarkStage: z.nullable(z.string()),
  strata: z.array(z.enum(stratumFactors)).check(z.maxLength(3, 'takes at most three factors')),
  creditModel: z.enum(creditModels),
  tierWeights: z.record(z.enum(tiers), weight),
  pipelineTargetMinor: money,
  programCostMinor: money,
  directCostMinor: money,
  grossMargin: z.nullable(share),
  fullStackFunctions: whole(1, 4),
  ladderDeals: whole(1, 100),
  activationDays: whole(1, 3650),
  confirmers: z.array(z.email('must be an e-mail address')).check(z.maxLength(200)),
}) satisfies z.ZodMiniType<ProgramSettings>;

export const readSettingsInput = z.object({ portalId });
export type ReadSettingsInput = z.infer<typeof readSettingsInput>;

export const saveSettingsInput = z.object({
  portalId,
  actor,
  settings: programSettings,
  /** The version that was read; a save over somebody else's newer version is refused. */
  version: z.int().check(z.gte(0)),
});
export type SaveSettingsInput = Omit<z.infer<typeof saveSettingsInput>, 'settings'> & {
  readonly settings: ProgramSettings;
};

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
