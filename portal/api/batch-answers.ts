import type { Crm } from './crm.ts';
import { isoOf } from './crm.ts';
import { invalid, Refusal } from './refusal.ts';
import type { Reply } from './router.ts';

export type BatchError = Record<string, unknown>;

/** 207 as soon as one input failed, as HubSpot does. */
export function batchAnswer(crm: Crm, status: number, results: unknown[], errors: BatchError[] = []): Reply {
  const at = isoOf(crm.now());
  const body = { status: 'COMPLETE', results, startedAt: at, completedAt: at };
  if (errors.length === 0) return { status, body };
  return { status: 207, body: { ...body, numErrors: errors.length, errors } };
}

export function checkSize(inputs: readonly unknown[], most: number, of = ''): void {
  if (inputs.length === 0) throw invalid('Some required fields were not set: [inputs]');
  if (inputs.length > most) {
    throw invalid(`The maximum number of inputs supported in a batch request${of} is ${most}`);
  }
}

export function checkDistinct(ids: readonly string[]): void {
  const seen = new Set<string>();
  const twice = ids.filter((id) => seen.size === seen.add(id).size);
  if (twice.length > 0) {
    throw invalid(`Duplicate IDs found in batch input: [${twice.join(', ')}]. IDs must be unique`);
  }
}

export const missingRecords = (name: string, ids: string[]): BatchError[] =>
  ids.length === 0
    ? []
    : [
        {
          status: 'error',
          category: 'OBJECT_NOT_FOUND',
          message: `Could not get some ${name} objects, they may be deleted or not exist. Check that ids are valid.`,
          context: { ids },
        },
      ];

/** Every input on its own: what one refuses does not undo the others. */
export function eachAlone<Input, Result>(
  crm: Crm,
  inputs: readonly Input[],
  work: (input: Input) => Result,
  contextOf: (input: Input) => Record<string, string[]>,
): { results: Result[]; errors: BatchError[] } {
  const results: Result[] = [];
  const errors: BatchError[] = [];
  for (const input of inputs) {
    try {
      results.push(crm.store.transaction(() => work(input)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      errors.push({ ...error.body, context: contextOf(input) });
    }
  }
  return { results, errors };
}
