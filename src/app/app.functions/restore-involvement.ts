import { restoreInvolvementInput } from '#contract/restore-involvement';
import { restoreInvolvement } from '#usecases/restore-involvement';
import { serve } from './serve.ts';

export const main = serve(restoreInvolvementInput, (crm, input, { now }) =>
  restoreInvolvement(crm, input, now),
);
