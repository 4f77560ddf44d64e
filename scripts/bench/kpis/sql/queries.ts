import type { SharedColumns } from '#domain/columns';
import type { Question } from '#domain/kpis/question';
import { tiers } from '#domain/vocabulary';
import { concentration, creditByPartner, returns, splitting } from './credit.ts';
import {
  firstWins,
  logos,
  logoShares,
  newLogos,
  open,
  openers,
  perArm,
  pipeline,
  segments,
} from './deals.ts';
import { atLandmark, comparison, excluded, kept, strata } from './landmark.ts';
import { selecting, type View } from './selection.ts';
import { coverageAndLateness, ladder, maturity, months, parts, partners, quality } from './tags.ts';
import { activation, cycle, stages, ways } from './times.ts';

/** The queries of one view. Those without rows of figures make tables for the others, and are part of the time. */
export interface QueriesOfView {
  /** What the rows' figures are called: the portfolio, or a column of the value map. */
  readonly view: string;
  readonly queries: readonly { readonly of: string; readonly sql: string }[];
}

/** The portfolio, and the value map's five views of the deals with partners: of any tier, and of each. */
export function queriesOf(question: Question, shared: SharedColumns): readonly QueriesOfView[] {
  const existing = shared.dictionaries.dealTypes.codeOf('existingbusiness');
  const whole = shown(question, { tier: null, partnerOnly: false }, existing);
  return [
    {
      view: 'portfolio',
      queries: [
        ...named('kpi', [ways(question), firstWins(question), openers, ...whole]),
        ...named('kpi', programme(question, shared, existing)),
        ...named('partner', [partners, creditByPartner]),
        ...named('month', [months]),
        ...named('stratum', [strata]),
      ],
    },
    ...[null, ...tiers.keys()].map((tier) => ({
      view: tier === null ? 'any tier' : tiers[tier]!,
      queries: named('kpi', shown(question, { tier, partnerOnly: true }, existing)),
    })),
  ];
}

const named = (of: string, sqls: readonly string[]) => sqls.map((sql) => ({ of, sql }));

/** What the value map shows of a view. */
const shown = (question: Question, view: View, existing: number): readonly string[] => [
  ...selecting(question, view),
  perArm,
  pipeline(question),
  cycle(question),
  ...stages(question),
  newLogos,
  logos,
  segments,
  parts(question, existing),
  coverageAndLateness(question),
  quality(question),
];

/** What only the portfolio as a whole has. */
const programme = (question: Question, shared: SharedColumns, existing: number): readonly string[] => [
  open(question),
  logoShares,
  activation(question),
  maturity,
  ladder(question),
  splitting,
  concentration,
  returns(question, existing),
  atLandmark(question, shared.dictionaries.stages.codeOf(question.settings.landmarkStage ?? '')),
  comparison,
  kept,
  excluded,
];
