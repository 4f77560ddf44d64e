import * as z from 'zod';
import { dealContext, exitReason, isoDay, recordId } from './involvement.ts';

/** `exitedOn` null undoes the exit. */
export const exitInvolvementInput = z.object({
  ...dealContext,
  involvementId: recordId,
  exitedOn: isoDay.nullable(),
  reason: exitReason.optional(),
});
export type ExitInvolvementInput = z.infer<typeof exitInvolvementInput>;
