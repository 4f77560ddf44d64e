/** Names of what we own in the customer's CRM. The install creates exactly these. */
export const involvementObject = 'partner_involvement';
/** Our second custom object: settings, and later the portfolio's segments. */
export const storeObject = 'partner_value_store';
export const propertyGroup = 'partner_value';

/** Fully qualified name of a custom object: HubSpot's dated paths accept this or `2-N`, never the bare name. */
export const qualifiedName = (portalId: number, name: string): string => `p${portalId}_${name}`;

/** Unique key of an involvement, so that two sellers cannot create two. Example: `601:88`. */
export const involvementKey = (dealId: string, partnerId: string): string => `${dealId}:${partnerId}`;
