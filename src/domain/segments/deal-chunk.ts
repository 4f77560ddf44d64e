import { foreignAmount, type DealColumns, type growingDealDictionaries } from '../columns/deal-columns.ts';
import type { AccountCodes } from './account-codes.ts';
import { hasLossReason } from './deal-shape.ts';
import type { DealSegment } from './read-deals.ts';
import type { Room } from './room.ts';
import { codesBy, codesOf, sharedColumn, translated } from './shared-codes.ts';

export type ChunkDictionaries = Omit<ReturnType<typeof growingDealDictionaries>, 'accounts'> & {
  readonly accounts: AccountCodes;
};

type Stages = Pick<DealColumns, 'stageStart' | 'entryStage' | 'entryMinute' | 'entrySpent'>;
type Shaped = Pick<DealColumns, 'outcome' | 'flags' | 'answer' | 'pipeline' | 'stage' | 'lossReason'>;

/** A segment of deals as a chunk of columns, with the codes of the shared dictionaries. Takes the segment over. */
export function dealChunk(segment: DealSegment, dictionaries: ChunkDictionaries, room: Room): DealColumns {
  const { count, owner, account, dealType } = segment;
  const { accounts } = dictionaries;
  const accountOf = codesBy(account.texts.length, (place) => accounts.take(account.texts, place));
  const stages = codesOf(segment.stages, dictionaries.stages);
  const shaped = shapedColumns(segment, dictionaries, stages, room);
  return {
    count,
    id: segment.id,
    ...shaped,
    createdMinute: segment.created,
    closeMinute: segment.close,
    amountMinor: homeAmounts(segment.amount, shaped.flags),
    weightedMinor: homeAmounts(segment.weighted, shaped.flags),
    owner: sharedColumn(owner, dictionaries.owners, room),
    account: translated(account, accountOf, room(Int32Array, count)),
    dealType: translated(dealType, codesOf(dealType.texts, dictionaries.dealTypes), room(Int16Array, count)),
    ...stageColumns(segment, stages, room),
  };
}

/** Amounts in a foreign currency are none. */
function homeAmounts(amounts: Float64Array, flags: Uint8Array): Float64Array {
  for (let deal = 0; deal < amounts.length; deal++)
    if ((flags[deal]! & foreignAmount) !== 0) amounts[deal] = NaN;
  return amounts;
}

function shapedColumns(
  segment: DealSegment,
  dictionaries: ChunkDictionaries,
  stages: Int32Array,
  room: Room,
): Shaped {
  const { count, shapes, shape } = segment;
  const pipelines = codesOf(segment.pipelines, dictionaries.pipelines);
  const reasons = sharedColumn(segment.lossReason, dictionaries.lossReasons, room);
  const outcome = room(Uint8Array, count);
  const flags = room(Uint8Array, count);
  const answer = room(Uint8Array, count);
  const pipeline = room(Int16Array, count);
  const stage = room(Int16Array, count);
  const lossReason = room(Int32Array, count);
  for (let deal = 0, reason = 0; deal < count; deal++) {
    const place = shape[deal]!;
    outcome[deal] = shapes.outcome[place]!;
    flags[deal] = shapes.foreign[place] === 1 ? foreignAmount : 0;
    answer[deal] = shapes.answer[place]!;
    pipeline[deal] = pipelines[shapes.pipeline[place]!]!;
    stage[deal] = stages[shapes.stage[place]!]!;
    lossReason[deal] = (shapes.has[place]! & hasLossReason) === 0 ? -1 : reasons[reason++]!;
  }
  return { outcome, flags, answer, pipeline, stage, lossReason };
}

/** Stages with a blank id are no stages. */
function stageColumns(
  { count, shapes, shape, entryMinute, entrySpent }: DealSegment,
  stages: Int32Array,
  room: Room,
): Stages {
  const { pathStart, stepStage } = shapes;
  const stageStart = room(Int32Array, count + 1);
  stageStart[0] = 0;
  const entryStage = room(Uint16Array, entryMinute.length);
  let entry = 0;
  let kept = 0;
  for (let deal = 0; deal < count; deal++) {
    const place = shape[deal]!;
    for (let step = pathStart[place]!; step < pathStart[place + 1]!; step++) {
      const code = stages[stepStage[step]!]!;
      if (code >= 0) {
        entryStage[kept] = code;
        entryMinute[kept] = entryMinute[entry]!;
        entrySpent[kept++] = entrySpent[entry]!;
      }
      entry++;
    }
    stageStart[deal + 1] = kept;
  }
  return {
    stageStart,
    entryStage: entryStage.subarray(0, kept),
    entryMinute: entryMinute.subarray(0, kept),
    entrySpent: entrySpent.subarray(0, kept),
  };
}
