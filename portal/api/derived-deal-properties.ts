import type { Stage } from '../store/catalog-types.ts';
import type { Properties } from '../store/records.ts';
import { isoOf } from './crm.ts';

const dayMs = 86_400_000;

const numberOf = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

const put = (into: Properties, name: string, value: string | number | boolean | null): void => {
  if (value !== null) into[name] = String(value);
};

// Binary noise must not reach the cents: 0.1 × 3 is 0.3.
const tidy = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(15)));

function amountsOf(
  deal: Properties,
  homeCurrency: string,
  probability: number | null,
  closed: boolean | null,
) {
  const out: Properties = {};
  const amount = numberOf(deal['amount']);
  const foreign = (deal['deal_currency_code'] ?? homeCurrency) !== homeCurrency;
  const rate = numberOf(deal['hs_exchange_rate']) ?? (foreign ? null : 1);
  const home = amount === null || rate === null ? null : tidy(amount * rate);
  put(out, 'amount_in_home_currency', home);
  if (probability !== null) {
    put(out, 'hs_projected_amount', amount === null ? null : tidy(amount * probability));
    put(out, 'hs_projected_amount_in_home_currency', home === null ? null : tidy(home * probability));
  }
  if (closed !== null) {
    // HubSpot's text says "closed", for lost deals as well (UNVERIFIED what it returns for them).
    put(out, 'hs_closed_amount', amount === null ? null : closed ? amount : 0);
    put(out, 'hs_closed_amount_in_home_currency', home === null ? null : closed ? home : 0);
    put(out, 'hs_open_amount_in_home_currency', home === null ? null : closed ? 0 : home);
  }
  return out;
}

function outcomeOf(deal: Properties, closed: boolean, won: boolean) {
  const out: Properties = {};
  put(out, 'hs_is_closed', closed);
  put(out, 'hs_is_closed_won', won);
  put(out, 'hs_is_closed_lost', closed && !won);
  put(out, 'hs_closed_won_count', won ? 1 : 0);
  put(out, 'hs_is_open_count', closed ? 0 : 1);
  if (won) put(out, 'hs_closed_won_date', deal['closedate'] ?? null);
  return out;
}

function durationsOf({ createdate, closedate }: Properties) {
  const out: Properties = {};
  if (createdate === undefined || closedate === undefined) return out;
  const days = (Date.parse(closedate) - Date.parse(createdate)) / dayMs;
  put(out, 'hs_days_to_close_raw', days);
  put(out, 'days_to_close', Math.floor(days));
  return out;
}

/** Names that `derivedOf` may set, so that a value that no longer holds is removed. */
export const derivedNames = [
  'hs_is_closed',
  'hs_is_closed_won',
  'hs_is_closed_lost',
  'hs_closed_won_count',
  'hs_is_open_count',
  'hs_closed_won_date',
  'hs_deal_stage_probability',
  'amount_in_home_currency',
  'hs_projected_amount',
  'hs_projected_amount_in_home_currency',
  'hs_closed_amount',
  'hs_closed_amount_in_home_currency',
  'hs_open_amount_in_home_currency',
  'days_to_close',
  'hs_days_to_close_raw',
];

/** What HubSpot calculates from a deal's own properties and its stage. */
export function derivedOf(deal: Properties, stage: Stage | null, homeCurrency: string): Properties {
  const probability = numberOf(stage?.metadata['probability']);
  const closed = stage && stage.metadata['isClosed'] === 'true';
  const out = amountsOf(deal, homeCurrency, probability, closed);
  if (closed !== null) Object.assign(out, outcomeOf(deal, closed, closed && probability === 1));
  put(out, 'hs_deal_stage_probability', probability);
  return Object.assign(out, durationsOf(deal));
}

/** The stage clock: when the deal entered and left a stage, and how long it was there. */
export function moveStage(
  deal: Properties,
  from: string | undefined,
  to: string | undefined,
  now: number,
): void {
  if (from === to) return;
  const at = isoOf(now);
  if (from !== undefined) {
    const entered = deal[`hs_v2_date_entered_${from}`];
    deal[`hs_v2_date_exited_${from}`] = at;
    if (entered !== undefined) {
      const spent = now - Date.parse(entered);
      const total = `hs_v2_cumulative_time_in_${from}`;
      deal[`hs_v2_latest_time_in_${from}`] = String(spent);
      deal[total] = String(Number(deal[total] ?? 0) + spent);
    }
  }
  if (to === undefined) return;
  deal[`hs_v2_date_entered_${to}`] = at;
  delete deal[`hs_v2_date_exited_${to}`];
  deal['hs_v2_date_entered_current_stage'] = at;
}
