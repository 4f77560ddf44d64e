import { lifeCycleStages, type LifeCycleStage } from './vocabulary.ts';

/**
 * Life-cycle stages of the deal stages that every new HubSpot account has, as a first map for the admin to change:
 * https://knowledge.hubspot.com/object-settings/set-up-and-customize-your-deal-pipelines-and-deal-stages
 */
const hubspotStages: Readonly<Record<string, LifeCycleStage>> = {
  appointmentscheduled: 'engage',
  qualifiedtobuy: 'evaluate',
  presentationscheduled: 'evaluate',
  decisionmakerboughtin: 'decide',
  contractsent: 'decide',
};

/** How a deal stage is called that is named for a stage of the life cycle: Evaluate, Evaluation, Decision. */
const named: Readonly<Record<LifeCycleStage, RegExp>> = {
  identify: /^identif(y|ied|ication)$/i,
  engage: /^engag(e|ed|ing|ement)$/i,
  evaluate: /^evaluat(e|ed|ing|ion)$/i,
  decide: /^deci(de|ded|ding|sion)$/i,
  onboard: /^onboard(ed|ing)?$/i,
  adopt: /^adopt(ed|ing|ion)?$/i,
  renew: /^renew(ed|ing|al)?$/i,
  expand: /^expan(d|ded|ding|sion)$/i,
};

/**
 * First guess for a deal stage: HubSpot's own stages by id or by label, a won stage is onboarding, an open stage that is
 * named for a stage of the life cycle is that one; others stay without. Example: the label "Evaluation" is evaluate.
 */
export function firstLifeCycleStage(
  stageId: string,
  outcome: 'open' | 'won' | 'lost',
  label = '',
): LifeCycleStage | null {
  if (outcome === 'won') return 'onboard';
  const own = hubspotStages[stageId] ?? hubspotStages[label.toLowerCase().replaceAll(/[^a-z]/g, '')];
  return (
    own ?? lifeCycleStages.find((stage) => outcome === 'open' && named[stage].test(label.trim())) ?? null
  );
}
