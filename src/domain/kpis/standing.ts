import type { Columns } from '../columns.ts';
import { involvementStatuses, lifeCycleStages, partnerTypes, roles, tiers } from '../vocabulary.ts';
import type { PartnerType, RouteToMarket } from '../vocabulary.ts';
import type { Question } from './question.ts';

/** Bits of an involvement's standing: tagged by the as-of day; confirmed or proposed; confirmed; what the question asks about. */
export const isPresent = 1;
export const isLive = 2;
export const isConfirmed = 4;
export const isMatched = 8;
export const countsAs = isPresent | isLive | isMatched;

const routeOfPartnerType: Readonly<Record<PartnerType, RouteToMarket>> = {
  referral: 'referral',
  reseller: 'resell',
  distributor: 'two_tier',
  si: 'services_led',
  msp: 'services_led',
  isv: 'co_sell',
  hyperscaler: 'marketplace',
  oem: 'embedded_oem',
  advisor: 'referral',
  other: 'co_sell',
};

/** Writes the standing of every involvement at the as-of day. Statuses are the current ones: the CRM keeps no earlier status. */
export function standings(columns: Columns, question: Question, to: Uint8Array): void {
  const { involvements } = columns;
  const limit = (question.asOf + 1) * 1440;
  const confirmed = involvementStatuses.indexOf('confirmed');
  const proposed = involvementStatuses.indexOf('proposed');
  const matches = tagFilter(columns, question);
  for (let at = 0; at < involvements.count; at++) {
    to[at] = 0;
    if (involvements.taggedMinute[at]! >= limit) continue;
    const status = involvements.status[at]!;
    const live = status === confirmed || status === proposed ? isLive : 0;
    to[at] = isPresent | live | (status === confirmed ? isConfirmed : 0) | (matches(at) ? isMatched : 0);
  }
}

function tagFilter(columns: Columns, question: Question): (at: number) => boolean {
  const { involvements, companies, dictionaries } = columns;
  const { partnerId, tier, role, stage, routeToMarket } = question;
  const partner = partnerId === undefined ? null : dictionaries.partners.codeOf(partnerId);
  const tierCode = tier === undefined ? null : tiers.indexOf(tier);
  const roleBit = role === undefined ? 0 : 1 << roles.indexOf(role);
  const stageBit = stage === undefined ? 0 : 1 << lifeCycleStages.indexOf(stage);
  const routes = partnerTypes.map((type) => routeOfPartnerType[type]);
  return (at) =>
    (partner === null || involvements.partner[at] === partner) &&
    (tierCode === null || involvements.tier[at] === tierCode) &&
    (roleBit === 0 || (involvements.roles[at]! & roleBit) !== 0) &&
    (stageBit === 0 || (involvements.stages[at]! & stageBit) !== 0) &&
    (routeToMarket === undefined ||
      routes[companies.partnerType[involvements.partner[at]!]!] === routeToMarket);
}
