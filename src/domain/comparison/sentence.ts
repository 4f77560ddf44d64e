import type { Interval } from '../stats/interval.ts';
import type { Standardised } from '../stats/standardise.ts';
import { comparable, pooled, type StratumCounts } from '../stats/stratum-counts.ts';
import type { ComparedArms } from './arms.ts';
import {
  answeredShare,
  fewestClosed,
  isFinding,
  leastAnswered,
  leastOverlap,
  tooFew,
  type Finding,
  type Verdict,
} from './verdict.ts';

export interface Wording {
  /** Name of the stage whose entry is the landmark: Evaluate; or the day: day 30 after creation. */
  readonly landmark: string;
  readonly isDay?: boolean;
  /** What the strata are made of, as people call it: region, company size. */
  readonly adjustedFor: readonly string[];
}

/**
 * The comparison in one or two plain sentences that name what is compared. It speaks of a link, never of a cause.
 * Example: "Higher with partners: +12 points (4 to 20), after adjusting for region. Association, not proof. …"
 */
export function sentenceOf(
  verdict: Verdict,
  arms: ComparedArms,
  standardised: Standardised | null,
  wording: Wording,
): string {
  if (!isFinding(verdict)) return obstacle(verdict, arms, standardised, wording);
  if (standardised === null) throw new Error('A finding needs a number.');
  return `${finding(verdict, standardised, wording)} ${comparators(arms, wording)}`;
}

function finding(verdict: Finding, { difference }: Standardised, { adjustedFor }: Wording): string {
  const adjusted = adjustedFor.length > 0 ? `, after adjusting for ${adjustedFor.join(', ')}` : '';
  const digits = digitsFor(difference.interval);
  const [lower, upper] = difference.interval;
  if (verdict === 'no_clear_difference') {
    return `No clear difference (between ${signed(lower, digits)} and ${signed(upper, digits)} points)${adjusted}.`;
  }
  const direction = verdict === 'higher' ? 'Higher' : 'Lower';
  const range = `${plain(lower, digits)} to ${plain(upper, digits)}`;
  return `${direction} with partners: ${signed(difference.value, digits)} points (${range})${adjusted}. Association, not proof.`;
}

function comparators({ strata }: ComparedArms, wording: Wording): string {
  return `Compared: win rates of closed deals that ${atLandmark(wording)}, ${bothSides(pooled(comparable(strata)))}.`;
}

/** Which deals are compared: those that "reached Evaluate", or "were open on day 30 after creation". */
const atLandmark = ({ landmark, isDay = false }: Wording): string =>
  isDay ? `were open on ${landmark}` : `reached ${landmark}`;

const bothSides = ({ partnerClosed, noneClosed }: StratumCounts): string =>
  `${count(partnerClosed)} with a confirmed partner and ${count(noneClosed)} without`;

/** With a comma between thousands; the language tables of the runtime would cost the first answer some 30 ms. */
const count = (deals: number): string => String(deals).replace(/\B(?=(\d{3})+$)/g, ',');

function obstacle(
  verdict: Exclude<Verdict, Finding>,
  arms: ComparedArms,
  standardised: Standardised | null,
  wording: Wording,
): string {
  const { adjustedFor } = wording;
  const deals = `deals that ${atLandmark(wording)}`;
  const all = pooled(arms.strata);
  switch (verdict) {
    case 'no_closed_deals':
      return `Not enough data: no closed deals ${all.partnerClosed === 0 ? 'with' : 'without'} a partner that ${atLandmark(wording)}.`;
    case 'too_few':
      return `Not enough data: it takes ${fewestClosed} comparable closed deals a side that ${atLandmark(wording)}. There are ${bothSides(tooFew(all) ? all : pooled(comparable(arms.strata)))}.`;
    case 'not_answered':
      return `Not enough data: only ${percent(answeredShare(arms))} of the ${deals} say whether a partner is involved; it takes ${percent(leastAnswered)}.`;
    case 'no_overlap':
      return `No fair comparison: only ${percent(standardised?.overlap ?? 0)} of the partner deals have a counterpart without a partner in the same ${adjustedFor.join(', ') || 'group'}; it takes ${percent(leastOverlap)}.`;
    case 'strata_disagree':
      return `No single number: the difference points one way in some groups and the other way in others. See it by ${adjustedFor.join(', ') || 'group'}.`;
  }
}

const fullOverlap = 0.8;
const manyLate = 0.2;

/** What must stand beside the sentence: that it covers only part of the partner deals, and that many tags came late. */
export function notesOn(
  verdict: Verdict,
  { tagged, taggedLate }: ComparedArms,
  standardised: Standardised | null,
  wording: Wording,
): readonly string[] {
  const notes: string[] = [];
  if (isFinding(verdict) && standardised !== null && standardised.overlap < fullOverlap) {
    notes.push(
      `This compares only ${percent(standardised.overlap)} of partner deals: the others have no counterpart.`,
    );
  }
  if (taggedLate > manyLate * tagged) {
    notes.push(
      `${count(taggedLate)} of ${count(tagged)} partner tags were made ${wording.isDay === true ? `later than ${wording.landmark}` : `after the deal had reached ${wording.landmark}`}. They do not count: these deals stand among those without a partner, which makes the difference look smaller.`,
    );
  }
  return notes;
}

/** Rounded down, so that a share below its limit never reads as the limit. */
const percent = (share: number): string => `${Math.floor(100 * share + 1e-9)} %`;

/** Whole points, or up to two decimals where a whole point would turn an end of the interval into zero. */
function digitsFor(interval: Interval): number {
  const vanishes = (digits: number) =>
    interval.some((end) => end !== 0 && Number((100 * end).toFixed(digits)) === 0);
  return [0, 1].find((digits) => !vanishes(digits)) ?? 2;
}

/** Points with a true minus sign. */
const plain = (share: number, digits: number): string => {
  const points = Math.abs(100 * share).toFixed(digits);
  return share < 0 && Number(points) !== 0 ? `−${points}` : points;
};

const signed = (share: number, digits: number): string => {
  const points = plain(share, digits);
  return share > 0 && Number(points) !== 0 ? `+${points}` : points;
};
