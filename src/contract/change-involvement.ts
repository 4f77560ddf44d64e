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

const shareRange = 'must lie between 0 and 100 percent';

/** Only what is present changes. `null` clears a value that may be empty. */
export const changeInvolvementInput = z.object({
  ...dealContext,
  involvementId: recordId,
  change: z
    .object({
      tier: z.optional(tier),
      origin: z.optional(z.boolean()),
      roles: z.optional(z.array(role)),
      stages: z.optional(z.array(lifeCycleStage)),
      enteredOn: z.optional(isoDay),
      share: z.optional(z.nullable(z.number().check(z.gte(0, shareRange), z.lte(100, shareRange)))),
      evidenceType: z.optional(z.nullable(evidenceType)),
      evidence: z.optional(z.nullable(freeText)),
    })
    .check(z.refine((change) => Object.keys(change).length > 0, 'must change something')),
});
export type ChangeInvolvementInput = z.infer<typeof changeInvolvementInput>;
