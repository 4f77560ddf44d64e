import type { SaveSettingsInput } from '#contract/settings';
import type { CreditModel } from '#domain/credit';
import { fromMinor, toMinor } from '#domain/money';
import type { ProgramSettings, StratumFactor } from '#domain/settings';
import { tiers, type LifeCycleStage, type Tier } from '#domain/vocabulary';

/** The settings as the form holds them: money in major units, shares in percent, an emptied number as null. */
export interface SettingsDraft {
  readonly homeCurrency: string;
  readonly pipelines: readonly string[];
  readonly lifeCycleOf: Readonly<Record<string, LifeCycleStage>>;
  readonly landmarkStage: string | null;
  readonly strata: readonly StratumFactor[];
  readonly creditModel: CreditModel;
  readonly tierWeights: Readonly<Record<Tier, number | null>>;
  readonly pipelineTarget: number | null;
  readonly programCost: number | null;
  readonly directCost: number | null;
  readonly grossMarginPercent: number | null;
  readonly fullStackFunctions: number | null;
  readonly ladderDeals: number | null;
  readonly activationDays: number | null;
  /** One e-mail address per line. */
  readonly confirmers: string;
}

export interface Fault {
  /** Named as the server names it: `settings.homeCurrency`. */
  readonly field: string;
  readonly sentence: string;
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6;

export function draftOf(settings: ProgramSettings): SettingsDraft {
  const { pipelineTargetMinor, programCostMinor, directCostMinor, grossMargin, confirmers, ...same } =
    settings;
  const major = (minor: number | null) => (minor === null ? null : fromMinor(minor, settings.homeCurrency));
  return {
    ...same,
    pipelineTarget: major(pipelineTargetMinor),
    programCost: major(programCostMinor),
    directCost: major(directCostMinor),
    grossMarginPercent: grossMargin === null ? null : round(grossMargin * 100),
    confirmers: confirmers.join('\n'),
  };
}

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n,;]/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

const wholeBetween = (value: number | null, low: number, high: number): boolean =>
  value !== null && Number.isInteger(value) && value >= low && value <= high;

/** What the form itself can tell is wrong; the server checks all of it again. */
export function faultsOf(draft: SettingsDraft): Fault[] {
  const strangers = linesOf(draft.confirmers).filter((line) => !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(line));
  const margin = draft.grossMarginPercent;
  const checks: readonly (readonly [ok: boolean, field: string, sentence: string])[] = [
    [/^[A-Z]{3}$/.test(currencyOf(draft)), 'homeCurrency', 'Write a three-letter currency code like EUR.'],
    [draft.strata.length <= 3, 'strata', 'Choose at most three.'],
    [margin === null || (margin >= 0 && margin <= 100), 'grossMargin', 'Write a number from 0 to 100.'],
    [wholeBetween(draft.fullStackFunctions, 1, 4), 'fullStackFunctions', 'Write a whole number from 1 to 4.'],
    [wholeBetween(draft.ladderDeals, 1, 100), 'ladderDeals', 'Write a whole number from 1 to 100.'],
    [wholeBetween(draft.activationDays, 1, 3650), 'activationDays', 'Write a whole number from 1 to 3650.'],
    [strangers.length === 0, 'confirmers', `Not an e-mail address: ${strangers.join(', ')}`],
    ...tiers.map(
      (tier) =>
        [draft.tierWeights[tier] !== null, `tierWeights.${tier}`, 'Write a number, 0 or more.'] as const,
    ),
  ];
  return checks
    .filter(([ok]) => !ok)
    .map(([, field, sentence]) => ({ field: `settings.${field}`, sentence }));
}

const currencyOf = ({ homeCurrency }: SettingsDraft): string => homeCurrency.trim().toUpperCase();

/** The settings that a draft without faults stands for. */
export function settingsOf(draft: SettingsDraft): SaveSettingsInput['settings'] {
  const homeCurrency = currencyOf(draft);
  const minor = (major: number | null) => (major === null ? null : toMinor(major, homeCurrency));
  return {
    homeCurrency,
    pipelines: [...draft.pipelines],
    lifeCycleOf: draft.lifeCycleOf,
    landmarkStage: draft.landmarkStage,
    strata: [...draft.strata],
    creditModel: draft.creditModel,
    tierWeights: Object.fromEntries(tiers.map((tier) => [tier, draft.tierWeights[tier] ?? 0])) as Record<
      Tier,
      number
    >,
    pipelineTargetMinor: minor(draft.pipelineTarget),
    programCostMinor: minor(draft.programCost),
    directCostMinor: minor(draft.directCost),
    grossMargin: draft.grossMarginPercent === null ? null : round(draft.grossMarginPercent / 100),
    fullStackFunctions: draft.fullStackFunctions ?? 0,
    ladderDeals: draft.ladderDeals ?? 0,
    activationDays: draft.activationDays ?? 0,
    confirmers: linesOf(draft.confirmers),
  };
}
