import { routerOf } from './api/router.ts';

type Fidelity = 'full' | 'partial' | 'missing';

export interface CoverageRow {
  /** Method and dated path. */
  route: string;
  fidelity: Fidelity;
  /** A test of the portal's, or none. */
  testedBy: string | null;
  notes: string;
}

const row =
  (fidelity: Fidelity) =>
  (route: string, testedBy: string | null, notes = '') => ({
    route,
    fidelity,
    testedBy,
    notes,
  });
const full = row('full');
const partial = row('partial');
const missing = (route: string, notes: string) => row('missing')(route, null, notes);

const records = '/crm/objects/2026-09/{objectType}';
const record = `${records}/{objectId}`;
const pair = '/crm/associations/2026-09/{fromObjectType}/{toObjectType}';
const properties = '/crm/properties/2026-09/{objectType}';
const pipelines = '/crm/pipelines/2026-09/{objectType}';
const pipeline = `${pipelines}/{pipelineId}`;
const schemas = '/crm-object-schemas/2026-09/schemas';
const limits = '/crm/limits/2026-09';

const objects = 'api/objects.test.ts';
const batches = 'api/batch.test.ts';
const searching = 'api/search.test.ts';
const associations = 'api/associations.test.ts';
const labelling = 'api/association-labels.test.ts';
const defining = 'api/properties.test.ts';
const shaping = 'api/schemas.test.ts';
const staging = 'api/pipelines.test.ts';
const account = 'api/account.test.ts';

/** What of HubSpot's API the portal has, and how faithfully. Object types: contacts, companies, deals, custom. */
export const coverage: CoverageRow[] = [
  full(`GET ${records}`, objects),
  full(`POST ${records}`, objects),
  full(`GET ${record}`, objects, 'histories keep no text over 4,000 characters'),
  full(`PATCH ${record}`, objects),
  full(`DELETE ${record}`, objects),
  missing(`POST ${records}/merge`, 'records cannot be merged'),
  full(`POST ${records}/search`, searching, 'word matching is approximate'),
  full(`POST ${records}/batch/read`, batches, 'UNVERIFIED: 207 with the ids that are missing'),
  full(`POST ${records}/batch/create`, batches),
  full(`POST ${records}/batch/update`, batches),
  full(`POST ${records}/batch/upsert`, batches),
  full(`POST ${records}/batch/archive`, batches),
  full(`GET ${record}/associations/{toObjectType}`, associations),
  full(`PUT ${record}/associations/default/{toObjectType}/{toObjectId}`, associations),
  full(`PUT ${record}/associations/{toObjectType}/{toObjectId}`, associations),
  full(`DELETE ${record}/associations/{toObjectType}/{toObjectId}`, associations),
  full(`POST ${pair}/batch/read`, associations),
  full(`POST ${pair}/batch/create`, associations),
  full(`POST ${pair}/batch/archive`, associations),
  full(`POST ${pair}/batch/labels/archive`, labelling),
  full(`POST ${pair}/batch/associate/default`, associations),
  full(`GET ${pair}/labels`, labelling),
  full(`POST ${pair}/labels`, labelling),
  full(`PUT ${pair}/labels`, labelling),
  full(`DELETE ${pair}/labels/{associationTypeId}`, labelling),
  missing('GET /crm/associations/2026-09/definitions/configurations/all', 'no association limits per pair'),
  full(`GET ${properties}`, defining),
  full(`POST ${properties}`, defining),
  full(`GET ${properties}/{propertyName}`, defining),
  full(`PATCH ${properties}/{propertyName}`, defining),
  full(`DELETE ${properties}/{propertyName}`, defining),
  full(`POST ${properties}/batch/read`, defining),
  full(`POST ${properties}/batch/create`, defining),
  full(`POST ${properties}/batch/archive`, defining),
  full(`GET ${properties}/groups`, defining),
  full(`POST ${properties}/groups`, defining),
  full(`GET ${properties}/groups/{groupName}`, defining),
  full(`PATCH ${properties}/groups/{groupName}`, defining),
  full(`DELETE ${properties}/groups/{groupName}`, defining),
  full(`GET ${schemas}`, shaping),
  full(`POST ${schemas}`, shaping, 'activities are not associated by themselves: there are none'),
  full(`GET ${schemas}/{objectType}`, shaping),
  full(`PATCH ${schemas}/{objectType}`, shaping, 'no lag after a change'),
  full(`DELETE ${schemas}/{objectType}`, shaping),
  full(`POST ${schemas}/{objectType}/associations`, shaping),
  missing(`DELETE ${schemas}/{objectType}/associations/{associationIdentifier}`, 'types stay associated'),
  full(`GET ${pipelines}`, staging, 'deals only'),
  full(`POST ${pipelines}`, staging),
  full(`GET ${pipeline}`, staging),
  full(`PATCH ${pipeline}`, staging),
  missing(`PUT ${pipeline}`, 'use PATCH'),
  full(`DELETE ${pipeline}`, staging),
  missing(`GET ${pipeline}/audit`, 'no audit trail'),
  full(`GET ${pipeline}/stages`, staging),
  full(`POST ${pipeline}/stages`, staging),
  full(`GET ${pipeline}/stages/{stageId}`, staging),
  partial(`PATCH ${pipeline}/stages/{stageId}`, staging, 'deals in the stage keep their former probability'),
  missing(`PUT ${pipeline}/stages/{stageId}`, 'use PATCH'),
  full(`DELETE ${pipeline}/stages/{stageId}`, staging),
  missing(`GET ${pipeline}/stages/{stageId}/audit`, 'no audit trail'),
  full('GET /crm/owners/2026-09', account, 'no teams'),
  full('GET /crm/owners/2026-09/{ownerId}', account),
  partial(`GET ${limits}/records`, account, 'the numbers vary by edition'),
  partial(`GET ${limits}/custom-object-types`, account, 'the numbers vary by edition'),
  partial(`GET ${limits}/custom-properties`, account, 'the numbers vary by edition'),
  partial(`GET ${limits}/pipelines`, account, 'the numbers vary by edition'),
  partial(`GET ${limits}/associations/labels`, account, 'the numbers vary by edition'),
  partial(`GET ${limits}/associations/records/{fromObjectType}/{toObjectType}`, account, 'no record is near'),
  missing(`GET ${limits}/calculated-properties`, 'not counted'),
  missing('GET /crm/lists/2026-09', 'no segments'),
  missing('POST /crm/lists/2026-09/search', 'no segments'),
  missing('POST /crm/exports/2026-09/export/async', 'no exports'),
  partial('POST /oauth/v2/private-apps/get/access-token-info', account, 'scopes are those used so far'),
  partial('GET /account-info/2026-09/details', account, 'one currency'),
  full('POST /portal/import', 'api/import.test.ts', "the portal's own bulk door"),
  full('POST /portal/settle', searching, "the portal's own: search catches up"),
  full('GET /portal/scopes', account, "the portal's own: the scopes that the app's calls needed"),
  full('POST /portal/owners', account, "the portal's own: HubSpot's owners are its users"),
];

// The older names under which the same handlers answer.
const olderNames: [older: RegExp, dated: string][] = [
  [/^\/crm\/v[34]\/objects(?=\/)/, '/crm/objects/2026-09'],
  [/^\/crm\/(v4\/associations|associations\/v4)(?=\/)/, '/crm/associations/2026-09'],
  [/^\/crm\/v3\/(properties|pipelines|owners)(?=\/|$)/, '/crm/$1/2026-09'],
  [/^\/(crm\/v3|crm-object-schemas\/v3)\/schemas(?=\/|$)/, schemas],
  [/^\/account-info\/v3(?=\/)/, '/account-info/2026-09'],
];

/** The dated name of a path or pattern. */
export const datedNameOf = (path: string): string =>
  olderNames.reduce((name, [older, dated]) => name.replace(older, dated), path);

const find = routerOf(
  coverage.map((one) => {
    const [method = '', pattern = ''] = one.route.split(' ');
    return { method, pattern, row: one };
  }),
);

export const coverageRowOf = (method: string, path: string): CoverageRow | null =>
  find(method, datedNameOf(path))?.route.row ?? null;
