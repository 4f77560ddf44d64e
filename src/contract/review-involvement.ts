import * as z from 'zod/mini';
import { dealContext, freeText, recordId } from './involvement.ts';

export const reviewInvolvementInput = z.object({
  ...dealContext,
  involvementId: recordId,
  decision: z.enum(['confirm', 'dispute', 'reject']),
  /** Required for dispute and reject. */
  reason: z.optional(freeText),
});
export type ReviewInvolvementInput = z.infer<typeof reviewInvolvementInput>;
