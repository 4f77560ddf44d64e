import { removeInvolvementInput } from '#contract/remove-involvement';
import { removeInvolvement } from '#usecases/remove-involvement';
import { serve } from './serve.ts';

export const main = serve(removeInvolvementInput, removeInvolvement);
