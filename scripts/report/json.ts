import { isoDayOf } from '#domain/day';
import type { Kpi } from '#domain/kpis/kpi';
import type { OpenDeals } from '#domain/kpis/open-by-stratum';
import { dimensions } from '#domain/kpis/value-map';
import { fromMinor } from '#domain/money';
import { comparisonJson } from './comparison-json.ts';
import { inMajor } from './major.ts';
import type { Report } from './report-of.ts';

const legend = {
  units:
    'Money is in major units of the currency, shares are 0 to 1, differences are differences of shares, days are days.',
  null: 'A value that is null has a reason beside it.',
  openEnd: 'An end of an interval that is null is open: where it is the upper one, there is no upper limit.',
  comparison: 'Numbers that the verdict does not allow are null; the sentence says why.',
};

/** The report as JSON. */
export function jsonOf(report: Report): string {
  const { reply, question, deals, breakdowns } = report;
  const { currency } = reply;
  const major = (kpis: readonly Kpi[]): Kpi[] => kpis.map((kpi) => inMajor(kpi, currency));
  const json = {
    asOf: isoDayOf(question.asOf),
    currency,
    period: { from: dayText(question.from), to: dayText(question.to) },
    legend,
    data: { deals, excluded: reply.excluded },
    kpis: major(reply.kpis),
    partners: report.partners.map(({ id, name, kpis }) => ({ id, name, kpis: major(kpis) })),
    comparison: comparisonJson(report),
    valueMap: reply.valueMap.map(({ dimension, kpis, ...cell }) => ({
      dimension,
      name: dimensions[dimension],
      ...cell,
      kpis: major(kpis),
    })),
    lifeCycle: reply.lifeCycle,
    ladder: ladderJson(report),
    credit: creditJson(report),
    breakdowns: breakdowns.map((one) => ({ ...one, kpis: major(one.kpis) })),
    openPipeline: openJson(report),
    tierMix: reply.tierMix,
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

const dayText = (day: number | null): string | null => (day === null ? null : isoDayOf(day));

/** Levels of the partners, and how many moved in the quarter before (K41). */
function ladderJson({ reply, partners, question }: Report): object {
  const moved = (id: string): number | null => reply.kpis.find((kpi) => kpi.id === id)?.value ?? null;
  return {
    needed: question.settings.ladderDeals,
    promoted: moved('K41.promoted'),
    demoted: moved('K41.demoted'),
    partners: partners.map(({ id, name, ladder }) => ({
      id,
      name,
      level: ladder.level,
      deals: ladder.deals,
    })),
  };
}

/** Won revenue by partner under two models, and how far apart they are. The sums stand against each deal once. */
function creditJson({ reply }: Report): object {
  const { creditModels, currency, kpis } = reply;
  const major = (minor: number): number => fromMinor(minor, currency);
  const sumOf = (amounts: readonly number[]): number => major(amounts.reduce((all, one) => all + one, 0));
  const unique = kpis.find(({ id, arm }) => id === 'won.attached' && arm === 'all');
  return {
    models: creditModels,
    wonWithPartners: unique === undefined || unique.value === null ? null : major(unique.value),
    credited: [
      sumOf(reply.partners.map(({ creditedWonMinor }) => creditedWonMinor)),
      sumOf(reply.partners.map(({ creditedSecondMinor }) => creditedSecondMinor)),
    ],
    partners: reply.partners.map(({ id, name, creditedWonMinor: first, creditedSecondMinor: second }) => ({
      id,
      name,
      credited: [major(first), major(second)],
      spread: major(Math.abs(first - second)),
    })),
  };
}

/** Open pipeline by the strata of the comparison: the mix of strata is what makes a mean deal large or small. */
function openJson({ open, question, reply }: Report): object {
  const major = (minor: number): number => fromMinor(minor, reply.currency);
  const inMajor = ({ deals, amountMinor, weightedMinor, meanMinor }: OpenDeals) => ({
    deals,
    amount: major(amountMinor),
    weighted: major(weightedMinor),
    mean: meanMinor === null ? null : major(meanMinor),
  });
  return {
    strata: question.settings.strata,
    partner: inMajor(open.all.partner),
    none: inMajor(open.all.none),
    sizeRatio: open.sizeRatio,
    byStratum: open.strata.map(({ name, partner, none }) => ({
      name,
      partner: inMajor(partner),
      none: inMajor(none),
    })),
  };
}
