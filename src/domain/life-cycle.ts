import type { LifeCycleStage } from './vocabulary.ts';

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

/** First guess for a deal stage: HubSpot's own stages by name, a won stage is onboarding, others stay open. */
export const firstLifeCycleStage = (
  stageId: string,
  outcome: 'open' | 'won' | 'lost',
): LifeCycleStage | null => (outcome === 'won' ? 'onboard' : (hubspotStages[stageId] ?? null));
