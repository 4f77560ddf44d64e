import type { CreditModel } from '../credit.ts';
import type { ProgramSettings } from '../settings.ts';
import type { LifeCycleStage, Role, RouteToMarket, Tier } from '../vocabulary.ts';

/**
 * What the KPIs are asked about. Nothing after `asOf` counts. Period and filters are days (both ends inclusive) and
 * lists (empty or absent: all). `partnerId`, `tier`, `role`, `stage` and `routeToMarket` choose which involvements make
 * a deal a partner deal; they leave "all" and "no partner" as they are.
 */
export interface Question {
  readonly asOf: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly pipelines: readonly string[];
  readonly owners?: readonly string[];
  readonly regions?: readonly string[];
  readonly industries?: readonly string[];
  readonly sizeBands?: readonly string[];
  readonly partnerId?: string;
  readonly tier?: Tier;
  readonly role?: Role;
  readonly stage?: LifeCycleStage;
  readonly routeToMarket?: RouteToMarket;
  readonly settings: ProgramSettings;
  /** What people call pipelines and deal stages, by id; without a label the id stands. */
  readonly labels?: Labels;
  /** Days after creation as the landmark of the comparison, instead of the settings' stage. */
  readonly landmarkDay?: number;
  /** The credit model shown beside the settings' own. */
  readonly secondModel?: CreditModel;
}

export interface Labels {
  readonly pipelines: Readonly<Record<string, string>>;
  readonly stages: Readonly<Record<string, string>>;
}
