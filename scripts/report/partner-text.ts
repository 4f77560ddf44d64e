import { lifeCycleStageLabels, lifeCycleStages } from '#domain/vocabulary';
import type { Report } from './report-of.ts';
import { aligned, cut } from './text-table.ts';
import { levelText } from './value-map-text.ts';
import { countText, moneyText, percentText, rangeText } from './value-text.ts';

/** The tables name the first ones; the JSON holds all of them. */
const listed = 20;
const nameWidth = 22;

/** Partners by the lower end of their win rate, with credit under two models and what the choice of the model makes out. */
export function partnerTable({ reply }: Report): readonly string[] {
  const { partners, currency, creditModels } = reply;
  if (partners.length === 0) return [];
  const rows = partners
    .slice(0, listed)
    .map((row) => [
      cut(row.name, nameWidth),
      countText(row.deals),
      `${countText(row.won)}/${countText(row.closed)}`,
      row.winRate === null || row.winRateInterval === null
        ? '–'
        : `${percentText(row.winRate)} (${rangeText(row.winRateInterval)})`,
      moneyText(row.creditedWonMinor, currency),
      moneyText(row.creditedSecondMinor, currency),
      moneyText(Math.abs(row.creditedWonMinor - row.creditedSecondMinor), currency),
      levelText(row.level),
    ]);
  const heads = ['Partner', 'deals', 'won/cl.', 'win rate (95 %)', ...creditModels, 'spread', 'level'];
  return [
    'Partners by the lower end of the win rate (rows overlap), with credit for won deals by two models:',
    ...aligned([heads, ...rows]),
    ...moreThan(partners.length),
    '',
  ];
}

const moreThan = (partners: number): readonly string[] =>
  partners > listed ? [`… and ${partners - listed} more partners`] : [];

/** Tags by partner and life-cycle stage (K42). */
export function lifeCycleTable({ reply: { lifeCycle } }: Report): readonly string[] {
  if (lifeCycle.length === 0) return [];
  const rows = lifeCycle
    .slice(0, listed)
    .map(({ name, stages }) => [
      cut(name, nameWidth),
      ...lifeCycleStages.map((stage) => (stages[stage] === 0 ? '·' : countText(stages[stage]))),
    ]);
  const sum = (name: string, of: 'stages' | 'entries' | 'exits'): string[] => [
    name,
    ...lifeCycleStages.map((stage) => countText(lifeCycle.reduce((all, one) => all + one[of][stage], 0))),
  ];
  return [
    'Life-cycle coverage: tags that touch a stage; a tag comes in at its first and leaves at its last',
    ...aligned([
      ['Partner', ...lifeCycleStages.map((stage) => lifeCycleStageLabels[stage])],
      ...rows,
      sum('all partners', 'stages'),
      sum('came in', 'entries'),
      sum('left', 'exits'),
    ]),
    ...moreThan(lifeCycle.length),
    '',
  ];
}
