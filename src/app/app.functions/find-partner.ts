import { findPartnerInput } from '#contract/find-partner';
import { findPartner } from '#usecases/find-partner';
import { serve } from './serve.ts';

export const main = serve(findPartnerInput, findPartner);
