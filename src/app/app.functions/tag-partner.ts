import { tagPartnerInput } from '#contract/tag-partner';
import { tagPartner } from '#usecases/tag-partner';
import { serve } from './serve.ts';

export const main = serve(tagPartnerInput, (crm, input, { now }) => tagPartner(crm, input, now));
