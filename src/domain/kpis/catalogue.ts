import { accessRows } from './catalogue/access.ts';
import { baseRows } from './catalogue/base.ts';
import { comparisonRows } from './catalogue/comparison.ts';
import { fullStackRows } from './catalogue/full-stack.ts';
import { pipelineRows } from './catalogue/pipeline.ts';
import { programRows } from './catalogue/program.ts';
import { qualityRows } from './catalogue/quality.ts';
import type { CatalogueRow } from './catalogue/row.ts';
import { salesRows } from './catalogue/sales.ts';
import { stageRows } from './catalogue/stages.ts';

const rows = {
  ...baseRows,
  ...pipelineRows,
  ...stageRows,
  ...accessRows,
  ...salesRows,
  ...comparisonRows,
  ...fullStackRows,
  ...programRows,
  ...qualityRows,
};

export type KpiId = keyof typeof rows;

/** Every number the engine gives, with its meaning: the one table that docs/kpis.md is written from. */
export const catalogue: Readonly<Record<KpiId, CatalogueRow>> = rows;
