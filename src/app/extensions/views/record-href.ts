/** HubSpot's address of a company record; 0-2 is the type of companies. */
export const companyHref = (portalId: number, companyId: string) => ({
  url: `https://app.hubspot.com/contacts/${portalId}/record/0-2/${companyId}`,
  external: false,
});
