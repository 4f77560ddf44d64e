import type { DealRow } from '#domain/rows';
import { pipelineStages } from '../synthetic-deal.ts';
import type { SyntheticPortfolio } from '../synthetic-portfolio.ts';
import type { ScalePortal } from './scale-portal.ts';

const probabilityOf = new Map(
  pipelineStages.flatMap(({ stages }) => stages.map(({ id, probability }) => [id, probability] as const)),
);

/** New amounts of some deals, by the deal's place. */
export type Amounts = ReadonlyMap<number, number>;

/** Over the whole portfolio, which touches the most segments, or the newest deals, as in daily work. */
export type Where = 'spread' | 'newest';

export const changesOf = (where: Where, deals: number, count: number, seed: number): Amounts =>
  new Map(
    Array.from({ length: Math.min(count, deals) }, (_, at) => [
      where === 'newest' ? deals - 1 - at : Math.floor(((at + 0.5) * deals) / count),
      100_000 + ((at * 7919 + seed * 104_729) % 500_000) * 100,
    ]),
  );

/** The row as the CRM has it after the change. */
export function changedRow(row: DealRow, amountMinor: number | undefined): DealRow {
  // Without an exchange rate an amount in another currency stays out of the sums.
  if (amountMinor === undefined || row.foreignAmount) return row;
  const weightedMinor = Math.round(amountMinor * (probabilityOf.get(row.stage) ?? 0));
  return { ...row, amountMinor, weightedMinor };
}

const perCall = 100;

/** Somebody in the account changes the deals, at the account's time. */
export async function change(
  account: ScalePortal,
  portfolio: SyntheticPortfolio,
  amounts: Amounts,
): Promise<void> {
  const inputs = [...amounts].map(([place, amountMinor]) => {
    const [row] = portfolio.syntheticDeals(place, place + 1);
    return { id: String(row!.id), properties: { amount: amountMinor / 100 } };
  });
  for (let from = 0; from < inputs.length; from += perCall) {
    await account.ask('/crm/objects/2026-09/deals/batch/update', {
      inputs: inputs.slice(from, from + perCall),
    });
  }
}
