import { exitInvolvementInput } from '#contract/exit-involvement';
import { exitInvolvement } from '#usecases/exit-involvement';
import { serve } from './serve.ts';

export const main = serve(exitInvolvementInput, (crm, input, { now }) => exitInvolvement(crm, input, now));
