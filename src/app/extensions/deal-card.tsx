import { hubspot } from '@hubspot/ui-extensions';
import { callOf } from './views/call.ts';
import { DealCardView } from './views/deal/deal-card-view.tsx';

hubspot.extend<'crm.record.sidebar'>(({ context, actions }) => (
  <DealCardView
    key={context.crm.objectId}
    call={callOf(hubspot.serverless)}
    context={context}
    actions={actions}
  />
));
