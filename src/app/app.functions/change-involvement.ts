import { changeInvolvementInput } from '#contract/change-involvement';
import { changeInvolvement } from '#usecases/change-involvement';
import { serve } from './serve.ts';

export const main = serve(changeInvolvementInput, (crm, input, { now }) =>
  changeInvolvement(crm, input, now),
);
