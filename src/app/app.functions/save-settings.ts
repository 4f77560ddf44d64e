import { saveSettingsInput } from '#contract/settings';
import { saveSettings } from '#usecases/save-settings';
import { serve } from './serve.ts';

export const main = serve(saveSettingsInput, (crm, input, { now }) => saveSettings(crm, input, now));
