import { accountRoutes } from './account.ts';
import { associationBatchRoutes } from './association-batches.ts';
import { associationLabelRoutes } from './association-labels.ts';
import { associationRoutes } from './associations.ts';
import { batchRoutes } from './batch.ts';
import type { Crm } from './crm.ts';
import { importRoutes } from './import.ts';
import { limitRoutes } from './limits.ts';
import { objectRoutes } from './objects.ts';
import { ownerRoutes } from './owners.ts';
import { pipelineRoutes } from './pipelines.ts';
import { propertyRoutes } from './properties.ts';
import { propertyGroupRoutes } from './property-groups.ts';
import type { Route } from './router.ts';
import { schemaRoutes } from './schemas.ts';
import { searchRoutes } from './search.ts';
import { stageRoutes } from './stages.ts';

export const crmRoutes = (crm: Crm, scopes: ReadonlySet<string>): Route[] => [
  ...objectRoutes(crm),
  ...batchRoutes(crm),
  ...searchRoutes(crm),
  ...associationRoutes(crm),
  ...associationBatchRoutes(crm),
  ...associationLabelRoutes(crm),
  ...propertyRoutes(crm),
  ...propertyGroupRoutes(crm),
  ...schemaRoutes(crm),
  ...pipelineRoutes(crm),
  ...stageRoutes(crm),
  ...ownerRoutes(crm),
  ...limitRoutes(crm),
  ...accountRoutes(crm, scopes),
  ...importRoutes(crm),
];
