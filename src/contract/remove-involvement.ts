import * as z from 'zod/mini';
import { dealContext, recordId } from './involvement.ts';

export const removeInvolvementInput = z.object({ ...dealContext, involvementId: recordId });
export type RemoveInvolvementInput = z.infer<typeof removeInvolvementInput>;
