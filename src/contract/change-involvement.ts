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

const shareRange = 'must lie between 0 and 100 percent';

/** Only what is present changes. `null` clears a value that may be empty. */
export const changeInvolvementInput = z.object({
  ...dealContext,
  involvementId: recordId,
  change: z
    .object({
      tier: tier.optional(),
      origin: z.boolean().optional(),
      roles: z.array(role).optional(),
      stages: z.array(lifeCycleStage).optional(),
      enteredOn: isoDay.optional(),
      share: z.number().min(0, shareRange).max(100, shareRange).nullable().optional(),
      evidenceType: evidenceType.nullable().optional(),
      evidence: freeText.nullable().optional(),
    })
    .refine((change) => Object.keys(change).length > 0, 'must change something'),
});
export type ChangeInvolvementInput = z.infer<typeof changeInvolvementInput>;
