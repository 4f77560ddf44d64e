import { readCompanyInput } from '#contract/read-company';
import { readCompany } from '#usecases/read-company';
import { serve } from './serve.ts';

export const main = serve(readCompanyInput, (crm, input, { now }) => readCompany(crm, input, now));
