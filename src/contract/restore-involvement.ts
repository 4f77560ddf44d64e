import * as z from 'zod/mini';
import { dealContext, recordId } from './involvement.ts';

/** Undo of a removal: the server reads the archived record, so `tagged_at` and the history stay as they were. */
export const restoreInvolvementInput = z.object({ ...dealContext, involvementId: recordId });
export type RestoreInvolvementInput = z.infer<typeof restoreInvolvementInput>;
