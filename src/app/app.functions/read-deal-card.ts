import { readDealCardInput } from '#contract/read-deal-card';
import { readDealCard } from '#usecases/read-deal-card';
import { serve } from './serve.ts';

export const main = serve(readDealCardInput, (crm, input, { now }) => readDealCard(crm, input, now));
