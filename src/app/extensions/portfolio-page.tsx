import { hubspot } from '@hubspot/ui-extensions';
import { callOf } from './views/call.ts';
import { PortfolioView } from './views/portfolio/portfolio-view.tsx';

hubspot.extend<'pages'>(({ context }) => (
  <PortfolioView call={callOf(hubspot.serverless)} context={context} />
));
