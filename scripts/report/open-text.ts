import type { OpenDeals, OpenInStratum } from '#domain/kpis/open-by-stratum';
import { factorNames } from '#domain/kpis/strata-of';
import type { Report } from './report-of.ts';
import { aligned, cut, wrapped } from './text-table.ts';
import { countText, moneyText } from './value-text.ts';

/** More strata than this are in the JSON alone. */
const listed = 12;

/** The open pipeline by stratum, where both arms have one, and what the mix of strata makes of the mean deal. */
export function openTable({ open, question, reply: { currency } }: Report): readonly string[] {
  const { strata, all, sizeRatio } = open;
  if (all.partner.deals === 0 || all.none.deals === 0) return [];
  const factors = question.settings.strata.map((factor) => factorNames[factor]).join(', ');
  const cells = ({ deals, amountMinor, meanMinor }: OpenDeals): string[] => [
    countText(deals),
    moneyText(amountMinor, currency),
    meanMinor === null ? '–' : moneyText(meanMinor, currency),
  ];
  const row = ({ name, partner, none }: OpenInStratum): string[] => [
    cut(name, 34),
    ...cells(partner),
    ...cells(none),
  ];
  const more = strata.length > listed ? [`… and ${strata.length - listed} smaller ones`] : [];
  return [
    ...wrapped(`Open pipeline${factors === '' ? '' : ` by ${factors}`}. ${ratioSentence(sizeRatio)}`),
    ...aligned([
      ['', 'partner', 'amount', 'mean', 'no partner', 'amount', 'mean'],
      ...(factors === '' ? [] : strata.slice(0, listed).map(row)),
      row({ name: 'all', ...all }),
    ]),
    ...more,
    '',
  ];
}

function ratioSentence({ crude, standardised }: Report['open']['sizeRatio']): string {
  if (crude === null) return 'Too few deals to compare their size.';
  const plain = `The mean open deal with a partner is ${crude.toFixed(2)} times that without`;
  return standardised === null
    ? `${plain}; too few share a group to say how much of that is the mix of deals.`
    : `${plain}, and ${standardised.toFixed(2)} times in the same mix of groups.`;
}
