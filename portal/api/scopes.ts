/** What a call needs, before it is known of which object type. https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/scopes */
export type Need =
  | 'records.read'
  | 'records.write'
  | 'pair.read'
  | 'pair.write'
  | 'properties.write'
  | 'schemas.read'
  | 'schemas.write'
  | 'pipelines.read'
  | 'pipelines.write'
  | 'owners.read'
  | 'none';

const objectWords: Record<string, string> = {
  contacts: 'contacts',
  contact: 'contacts',
  '0-1': 'contacts',
  companies: 'companies',
  company: 'companies',
  '0-2': 'companies',
  deals: 'deals',
  deal: 'deals',
  '0-3': 'deals',
};

const wordOf = (objectType: string | undefined): string =>
  objectWords[(objectType ?? '').toLowerCase()] ?? 'custom';

const typesOf = ({ objectType, toObjectType, fromObjectType }: Record<string, string>): string[] =>
  [objectType, fromObjectType, toObjectType].filter((type) => type !== undefined).map(wordOf);

/** The scopes of a call, by the path's object types. */
export function scopesOf(need: Need, params: Record<string, string>): string[] {
  const [subject, access] = need.split('.') as [string, string?];
  switch (subject) {
    case 'records':
    case 'pair':
      return typesOf(params).map((word) => `crm.objects.${word}.${access}`);
    case 'properties':
      return typesOf(params).map((word) => `crm.schemas.${word}.${access}`);
    case 'schemas':
      return [`crm.schemas.custom.${access}`];
    case 'pipelines':
      return typesOf(params).map((word) =>
        access === 'read' ? `crm.objects.${word}.read` : `crm.schemas.${word}.write`,
      );
    case 'owners':
      return ['crm.objects.owners.read'];
    default:
      return [];
  }
}
