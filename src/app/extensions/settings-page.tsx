import { hubspot } from '@hubspot/ui-extensions';
import { callOf } from './views/call.ts';
import { SettingsPageView } from './views/settings/settings-page-view.tsx';

hubspot.extend<'settings'>(({ context }) => (
  <SettingsPageView call={callOf(hubspot.serverless)} context={context} />
));
