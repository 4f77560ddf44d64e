import { associationBatchRoutes } from './association-batches.ts';
import { associationLabelRoutes } from './association-labels.ts';
import { associationRoutes } from './associations.ts';
import { batchRoutes } from './batch.ts';
import type { Crm } from './crm.ts';
import { importRoutes } from './import.ts';
import { objectRoutes } from './objects.ts';
import type { Route } from './router.ts';
import { searchRoutes } from './search.ts';

export const crmRoutes = (crm: Crm): Route[] => [
  ...objectRoutes(crm),
  ...batchRoutes(crm),
  ...searchRoutes(crm),
  ...associationRoutes(crm),
  ...associationBatchRoutes(crm),
  ...associationLabelRoutes(crm),
  ...importRoutes(crm),
];
