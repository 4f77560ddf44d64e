import * as z from 'zod/mini';
import type { DealMirror } from '#domain/deal-mirror';
import type { HistoryEntry } from '#domain/involvement';
import {
  evidenceTypes,
  exitReasons,
  involvementStatuses,
  lifeCycleStages,
  partnerAnswers,
  partnerTypes,
  roles,
  tiers,
} from '#domain/vocabulary';
import { day, instant, number, fromText, oneOf, someOf, text, yes } from './values.ts';

/** Not looked into here: the schema of the record's kind reads what it needs, once. */
const unread = z.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null,
);

/**
 * HubSpot's records. The keys of each schema are the properties that we ask for, so nothing is read that was not
 * requested and nothing requested that is not read.
 */
export const crmRecord = z.object({
  id: z.string(),
  properties: unread,
  archivedAt: z.optional(z.string()),
  associations: z.optional(
    z.record(
      z.string(),
      z.object({
        results: z.array(z.object({ id: z.string() })),
        paging: z.nullish(z.object({ next: z.optional(z.object({ after: z.optional(z.string()) })) })),
      }),
    ),
  ),
});
export type CrmRecord = z.infer<typeof crmRecord>;

export const recordPage = z.object({
  results: z.array(crmRecord),
  total: z.optional(z.number()),
  paging: z.nullish(z.object({ next: z.optional(z.object({ after: z.string() })) })),
});

const mirrorShape = {
  partner_answer: oneOf(partnerAnswers),
  partner_tier: oneOf(tiers),
  partner_origin: text,
  partner_count: number,
};

/** https://knowledge.hubspot.com/properties/hubspots-default-deal-properties */
export const dealProperties = z.object({
  createdate: instant,
  closedate: instant,
  amount: number,
  amount_in_home_currency: number,
  deal_currency_code: text,
  hs_projected_amount_in_home_currency: number,
  hs_deal_stage_probability: number,
  pipeline: text,
  dealstage: text,
  hubspot_owner_id: text,
  hs_primary_associated_company: text,
  dealtype: text,
  closed_lost_reason: text,
  hs_is_closed: yes,
  hs_is_closed_won: yes,
  ...mirrorShape,
});
export type DealProperties = z.infer<typeof dealProperties>;

export const mirrorOfDeal = (deal: DealProperties): DealMirror => ({
  answer: deal.partner_answer ?? 'unanswered',
  tier: deal.partner_tier,
  origin: deal.partner_origin,
  count: deal.partner_count ?? 0,
});

/** First entry into a deal stage and the time spent there: https://developers.hubspot.com/docs/api-reference/crm-deals-v3/guide */
export const enteredProperty = (stageId: string): string => `hs_v2_date_entered_${stageId}`;
export const timeInProperty = (stageId: string): string => `hs_v2_cumulative_time_in_${stageId}`;

const claimShape = {
  deal_id: text,
  account_id: text,
  partner_id: text,
  partner_name: text,
  tier: oneOf(tiers),
  origin: yes,
  roles: someOf(roles),
  stages: someOf(lifeCycleStages),
  entered_on: day,
  exited_on: day,
  tagged_at: instant,
  tagged_from: oneOf(['card', 'import']),
  status: oneOf(involvementStatuses),
  status_changed_at: instant,
  share: number,
  evidence_type: oneOf(evidenceTypes),
};

/** What the numbers need. */
export const involvementFigures = z.object({ ...claimShape, evidence: text });

const historyLine = z.object({ at: instant, by: z.string(), what: z.string() });

/** One JSON object per line; a line that somebody broke by hand is left out. */
const history = fromText((lines): HistoryEntry[] =>
  (lines ?? '').split('\n').flatMap((line) => {
    const entry = historyLine.safeParse(parsedLine(line)).data;
    return entry && entry.at !== null ? [{ ...entry, at: entry.at }] : [];
  }),
);

function parsedLine(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return null;
  }
}

/** What the card shows and changes. */
export const involvementProperties = z.object({
  ...claimShape,
  evidence: text,
  exit_reason: oneOf(exitReasons),
  status_reason: text,
  tagged_by: text,
  history,
});

export const companyProperties = z.object({
  name: text,
  domain: text,
  industry: text,
  country: text,
  numberofemployees: number,
  partner_type: oneOf(partnerTypes),
  partner_onboarded_on: day,
});

export const storeProperties = z.object({ payload: text, version: number, checksum: text });

export const propertyNames = (schema: z.ZodMiniObject): string[] => Object.keys(schema.shape);
