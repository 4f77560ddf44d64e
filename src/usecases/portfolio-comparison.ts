import type { ComparisonReply, LandmarkChoice } from '#contract/read-portfolio';
import type { FairComparison } from '#domain/kpis/comparison-of';
import type { Question } from '#domain/kpis/question';
import type { Pipeline } from './crm.ts';

/** The comparison as it is shown, or the sentence that says why there is none. */
export function comparisonReply(
  comparison: FairComparison | null,
  question: Question,
  pipelines: readonly Pipeline[],
): { readonly comparison: ComparisonReply | null; readonly comparisonMissing: string | null } {
  const landmark = landmarkOf(question);
  const name = landmarkName(landmark, pipelines);
  if (comparison === null) return { comparison: null, comparisonMissing: missingSentence(landmark, name) };
  const reply = { ...comparison, landmark, landmarkName: name, factors: question.settings.strata };
  return { comparison: reply, comparisonMissing: null };
}

/** Where the question starts to follow deals. */
export function landmarkOf({ settings, landmarkDay }: Question): LandmarkChoice {
  if (landmarkDay !== undefined) return { kind: 'day', day: landmarkDay };
  const stageId = settings.landmarkStage;
  return stageId === null ? { kind: 'none' } : { kind: 'stage', stageId };
}

/** The landmark as people call it: Evaluate; day 30 after creation. Empty where there is none. */
export function landmarkName(landmark: LandmarkChoice, pipelines: readonly Pipeline[]): string {
  if (landmark.kind === 'none') return '';
  if (landmark.kind === 'day') return `day ${landmark.day} after creation`;
  const stages = pipelines.flatMap((pipeline) => pipeline.stages);
  return stages.find(({ id }) => id === landmark.stageId)?.label ?? landmark.stageId;
}

function missingSentence({ kind }: LandmarkChoice, name: string): string {
  switch (kind) {
    case 'none':
      return 'No landmark is chosen. An admin can choose the stage from which on deals are compared on the settings page.';
    case 'day':
      return `No deal has got to ${name} yet, so there is nothing to compare.`;
    case 'stage':
      return `No deal has a recorded date for ${name}, so there is no moment to compare from.`;
  }
}
