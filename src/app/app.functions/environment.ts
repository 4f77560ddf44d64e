import { limitsOf } from '#crm/rate-budget';

/** Of HubSpot's limits, so that others who use the account have room. */
const usualShare = 0.8;

function shareOf(text: string | undefined): number {
  const share = Number(text ?? usualShare);
  return share > 0 && share <= 1 ? share : usualShare;
}

/** The only reader of the environment. HubSpot injects the app's token into every function. */
export const environment = () => ({
  token: process.env['PRIVATE_APP_ACCESS_TOKEN'] ?? '',
  baseUrl: process.env['HUBSPOT_API_URL'] ?? 'https://api.hubapi.com',
  limits: limitsOf(shareOf(process.env['HUBSPOT_LIMIT_SHARE'])),
});
