/**
 * The dated version of HubSpot's API that every path names. Generally available since 8 September 2026, supported for
 * about 18 months: https://developers.hubspot.com/docs/developer-tooling/platform/versioning
 */
export const apiVersion = '2026-09';
