import * as z from 'zod/mini';
import { dealContext, exitReason, isoDay, recordId } from './involvement.ts';

/** `exitedOn` null undoes the exit. */
export const exitInvolvementInput = z.object({
  ...dealContext,
  involvementId: recordId,
  exitedOn: z.nullable(isoDay),
  reason: z.optional(exitReason),
});
export type ExitInvolvementInput = z.infer<typeof exitInvolvementInput>;
