import { answerNoPartnerInput } from '#contract/answer-no-partner';
import { answerNoPartner } from '#usecases/answer-no-partner';
import { serve } from './serve.ts';

export const main = serve(answerNoPartnerInput, answerNoPartner);
