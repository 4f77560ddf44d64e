import { missing } from '../columns/minute.ts';
import type { DealRow } from '../rows.ts';
import { partnerAnswers } from '../vocabulary.ts';
import { textAt } from './dictionaries.ts';
import { hasLossReason, outcomes } from './deal-shape.ts';
import type { DealSegment } from './read-deals.ts';

const msPerMinute = 60_000;
export const instantOf = (minute: number): number | null =>
  minute === missing ? null : minute * msPerMinute;
const numberOf = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** The rows that a segment of deals was written from, with instants to the minute. */
export function dealRowsOf(segment: DealSegment): DealRow[] {
  let entry = 0;
  let reason = 0;
  const rows: DealRow[] = [];
  for (let deal = 0; deal < segment.count; deal++) {
    const shape = segment.shapes[segment.shape[deal]!]!;
    const lossReason = (shape.has & hasLossReason) === 0 ? null : textAt(segment.lossReason, reason++);
    rows.push({
      id: segment.id[deal]!,
      outcome: outcomes[shape.outcome]!,
      createdAt: instantOf(segment.created[deal]!),
      closeAt: instantOf(segment.close[deal]!),
      amountMinor: numberOf(segment.amount[deal]!),
      foreignAmount: shape.foreign,
      weightedMinor: numberOf(segment.weighted[deal]!),
      pipeline: segment.pipelines.at(shape.pipeline),
      stage: segment.stages.at(shape.stage),
      owner: textAt(segment.owner, deal),
      account: textAt(segment.account, deal),
      dealType: textAt(segment.dealType, deal),
      lossReason,
      answer: partnerAnswers[shape.answer]!,
      stageEnteredAt: perStage(segment, shape.path, segment.entryMinute, entry),
      timeInStage: perStage(segment, shape.path, segment.entrySpent, entry),
    });
    entry += shape.path.length;
  }
  return rows;
}

function perStage(
  { stages }: DealSegment,
  path: readonly { readonly stage: number }[],
  minutes: Int32Array,
  start: number,
): Record<string, number> {
  const values = path
    .map(({ stage }, at) => [stages.at(stage), instantOf(minutes[start + at]!)] as const)
    .filter(([, value]) => value !== null);
  return Object.fromEntries(values) as Record<string, number>;
}
