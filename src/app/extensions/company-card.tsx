import { hubspot } from '@hubspot/ui-extensions';
import { callOf } from './views/call.ts';
import { CompanyCardView } from './views/company/company-card-view.tsx';

hubspot.extend<'crm.record.tab'>(({ context }) => (
  <CompanyCardView key={context.crm.objectId} call={callOf(hubspot.serverless)} context={context} />
));
