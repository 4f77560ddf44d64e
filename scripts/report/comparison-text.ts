import type { ComparisonReply } from '#contract/read-portfolio';
import type { Report } from './report-of.ts';
import { aligned, cut, wrapped } from './text-table.ts';
import { countText, percentText, pointsText } from './value-text.ts';

/** The comparison in words, with what must stand beside it, and the strata where no single number may be given. */
export function comparisonText({ reply }: Report): readonly string[] {
  const { comparison, comparisonMissing } = reply;
  if (comparison === null) return ['With a partner and without', ...wrapped(comparisonMissing ?? '')];
  const { sentence, notes, eValue, verdict } = comparison;
  const strength =
    eValue === null
      ? []
      : [
          `Something unknown would have to be tied to partners and to wins by a ratio of ${eValue.ofRatio.toFixed(2)} each to explain it away (E-value; ${eValue.ofInterval.toFixed(2)} for the end of the interval).`,
        ];
  const byStratum = verdict === 'strata_disagree' || verdict === 'no_overlap';
  return [
    'With a partner and without',
    ...[sentence, ...notes, ...strength].flatMap((text) => wrapped(text)),
    ...(byStratum ? ['', ...stratumTable(comparison)] : []),
  ];
}

/** More strata than this are in the JSON alone. */
const listed = 20;

function stratumTable({ byStratum, stratumNames, factors }: ComparisonReply): readonly string[] {
  const closed = (one: ComparisonReply['byStratum'][number]): number => one.partner.closed + one.none.closed;
  const largest = [...byStratum].sort((one, other) => closed(other) - closed(one));
  const rows = largest
    .slice(0, listed)
    .map(({ stratum, partner, none, difference }) => [
      cut(stratumNames[stratum] ?? String(stratum), 36),
      rateText(partner),
      rateText(none),
      difference === null ? 'too few' : pointsRange(difference),
    ]);
  const more = largest.length > listed ? [`… and ${largest.length - listed} smaller ones`] : [];
  return [...aligned([[factors.join(', '), 'partner', 'no partner', 'difference (95 %)'], ...rows]), ...more];
}

const rateText = ({ won, closed, rate }: ComparisonReply['partner']): string => {
  const counts = `${countText(won)} of ${countText(closed)}`;
  return rate === null ? counts : `${counts}, ${percentText(rate)}`;
};

const pointsRange = ({
  value,
  interval: [lower, upper],
}: NonNullable<ComparisonReply['crude']['difference']>) =>
  `${pointsText(value)} (${pointsText(lower)} to ${pointsText(upper)})`;
