import * as z from 'zod/mini';
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
  tier: z.optional(tier),
  origin: z.optional(z.boolean()),
  roles: z.optional(z.array(role)),
  stages: z.optional(z.array(lifeCycleStage)),
  enteredOn: z.optional(isoDay),
  evidenceType: z.optional(evidenceType),
  evidence: z.optional(freeText),
});
export type TagPartnerInput = z.infer<typeof tagPartnerInput>;
