import { readSettingsInput } from '#contract/settings';
import { readSettings } from '#usecases/read-settings';
import { serve } from './serve.ts';

export const main = serve(readSettingsInput, readSettings);
