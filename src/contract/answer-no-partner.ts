import * as z from 'zod/mini';
import { dealContext } from './involvement.ts';

/** `none`: no partner on this deal. `unanswered` takes that answer back. */
export const answerNoPartnerInput = z.object({ ...dealContext, answer: z.enum(['none', 'unanswered']) });
export type AnswerNoPartnerInput = z.infer<typeof answerNoPartnerInput>;
