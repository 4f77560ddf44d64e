/** The only reader of the environment. HubSpot injects the app's token into every function. */
export const environment = () => ({
  token: process.env['PRIVATE_APP_ACCESS_TOKEN'] ?? '',
  baseUrl: process.env['HUBSPOT_API_URL'] ?? 'https://api.hubapi.com',
});
