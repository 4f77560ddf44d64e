import * as z from 'zod';
import {
  dealContext,
  evidenceType,
  freeText,
  isoDay,
  lifeCycleStage,
  recordId,
  role,
  tier,
} from './involvement.ts';

/** Everything but the partner has a default: tier assist, roles from the partner's type, stage from the deal, entered today. */
export const tagPartnerInput = z.object({
  ...dealContext,
  partnerId: recordId,
  tier: tier.optional(),
  origin: z.boolean().optional(),
  roles: z.array(role).optional(),
  stages: z.array(lifeCycleStage).optional(),
  enteredOn: isoDay.optional(),
  evidenceType: evidenceType.optional(),
  evidence: freeText.optional(),
});
export type TagPartnerInput = z.infer<typeof tagPartnerInput>;
