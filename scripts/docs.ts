import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kpiPage } from './docs/kpi-page.ts';

writeFileSync(join(import.meta.dirname, '../docs/kpis.md'), kpiPage());
