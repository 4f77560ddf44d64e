import type { LandmarkChoice } from '#contract/read-portfolio';
import type { Columns } from '#domain/columns';
import type { Kpi } from '#domain/kpis/kpi';
import { openByStratum, type OpenByStratum } from '#domain/kpis/open-by-stratum';
import { partnerScorecard, type PartnerScorecard } from '#domain/kpis/partner-scorecard';
import { portfolioKpis } from '#domain/kpis/portfolio';
import type { Question } from '#domain/kpis/question';
import {
  lifeCycleStageLabels,
  lifeCycleStages,
  roleLabels,
  roles,
  routesToMarket,
  tierLabels,
  tiers,
} from '#domain/vocabulary';
import type { Pipeline } from '#usecases/crm';
import type { PortfolioReply } from '#usecases/read-portfolio';

interface PartnerReport extends Pick<PartnerScorecard, 'kpis' | 'ladder'> {
  readonly id: string;
  readonly name: string;
}

/** The KPIs of the deals whose partners have one value of what tags say: a tier, a role, a route, a stage. */
export interface Breakdown {
  readonly by: 'tier' | 'role' | 'routeToMarket' | 'stage';
  readonly value: string;
  readonly name: string;
  readonly kpis: readonly Kpi[];
}

interface Circumstances {
  readonly reply: PortfolioReply;
  /** What was asked for, also where the files do not allow it. */
  readonly landmark: LandmarkChoice;
  readonly pipelines: readonly Pipeline[];
  /** Deals read. */
  readonly deals: number;
  /** What was loaded and what was not, as text. */
  readonly summary: string;
}

export interface Report extends Circumstances {
  readonly question: Question;
  readonly partners: readonly PartnerReport[];
  readonly breakdowns: readonly Breakdown[];
  readonly open: OpenByStratum;
}

/** What the page shows, and beside it each partner's own KPIs and those of every tier, role, route and stage. */
export function reportOf(columns: Columns, question: Question, circumstances: Circumstances): Report {
  const partners = circumstances.reply.partners.map(({ id, name }) => {
    const { kpis, ladder } = partnerScorecard(columns, question, id);
    return { id, name, kpis, ladder };
  });
  const open = openByStratum(columns, question);
  return { ...circumstances, question, partners, breakdowns: breakdownsOf(columns, question), open };
}

function breakdownsOf(columns: Columns, question: Question): Breakdown[] {
  const of = (by: Breakdown['by'], value: string, name: string): Breakdown => ({
    by,
    value,
    name,
    kpis: portfolioKpis(columns, { ...question, [by]: value }).filter(({ arm }) => arm === 'partner'),
  });
  return [
    ...tiers.map((tier) => of('tier', tier, tierLabels[tier])),
    ...roles.map((role) => of('role', role, roleLabels[role])),
    ...routesToMarket.map((route) => of('routeToMarket', route, route.replaceAll('_', ' '))),
    ...lifeCycleStages.map((stage) => of('stage', stage, lifeCycleStageLabels[stage])),
  ];
}
