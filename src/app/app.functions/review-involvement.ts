import { reviewInvolvementInput } from '#contract/review-involvement';
import { reviewInvolvement } from '#usecases/review-involvement';
import { serve } from './serve.ts';

export const main = serve(reviewInvolvementInput, (crm, input, { now }) =>
  reviewInvolvement(crm, input, now),
);
