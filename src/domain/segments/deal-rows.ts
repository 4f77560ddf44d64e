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
  const { shapes, count } = segment;
  let reason = 0;
  let entry = 0;
  const rows: DealRow[] = [];
  for (let deal = 0; deal < count; deal++) {
    const shape = segment.shape[deal]!;
    const lossReason =
      (shapes.has[shape]! & hasLossReason) === 0 ? null : textAt(segment.lossReason, reason++);
    rows.push({
      id: segment.id[deal]!,
      outcome: outcomes[shapes.outcome[shape]!]!,
      createdAt: instantOf(segment.created[deal]!),
      closeAt: instantOf(segment.close[deal]!),
      amountMinor: numberOf(segment.amount[deal]!),
      foreignAmount: shapes.foreign[shape] === 1,
      weightedMinor: numberOf(segment.weighted[deal]!),
      pipeline: segment.pipelines.at(shapes.pipeline[shape]!),
      stage: segment.stages.at(shapes.stage[shape]!),
      owner: textAt(segment.owner, deal),
      account: textAt(segment.account, deal),
      dealType: textAt(segment.dealType, deal),
      lossReason,
      answer: partnerAnswers[shapes.answer[shape]!]!,
      stageEnteredAt: perStage(segment, shape, segment.entryMinute, entry),
      timeInStage: perStage(segment, shape, segment.entrySpent, entry),
    });
    entry += shapes.pathStart[shape + 1]! - shapes.pathStart[shape]!;
  }
  return rows;
}

const ownProperty = { writable: true, enumerable: true, configurable: true };

/** By own properties, whatever the name of the stage. */
function perStage(
  { shapes, stages }: DealSegment,
  shape: number,
  minutes: Int32Array,
  entry: number,
): Record<string, number> {
  const values: Record<string, number> = {};
  const first = shapes.pathStart[shape]!;
  for (let step = first; step < shapes.pathStart[shape + 1]!; step++) {
    const instant = instantOf(minutes[entry + step - first]!);
    if (instant === null) continue;
    const stage = stages.at(shapes.stepStage[step]!);
    if (stage === '__proto__') Object.defineProperty(values, stage, { ...ownProperty, value: instant });
    else values[stage] = instant;
  }
  return values;
}
