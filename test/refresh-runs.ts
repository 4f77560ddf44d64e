import type { RefreshProgress } from '#contract/refresh-portfolio';
import type { FakeCrm } from '#test/fake-crm';
import { segmentKey, type Head, type Table, type TableRow } from '#usecases/crm/portfolio';
import { refreshPortfolio } from '#usecases/refresh-portfolio';
import { rowsOfBytes } from '#usecases/refresh/segment-rows';

export const ann = '00000000-0000-4000-8000-00000000000a';
export const ben = '00000000-0000-4000-8000-00000000000b';

export interface Clock {
  now: number;
}

/** A step as the function makes it: eight seconds. */
export const stepOf = (
  crm: FakeCrm,
  clock: Clock,
  want: 'changes' | 'sweep' | 'cancel' = 'changes',
  worker = ann,
): Promise<RefreshProgress> =>
  refreshPortfolio(
    crm,
    { portalId: 1, worker, want },
    { now: clock.now, deadlineAt: clock.now + 8_000, clock: () => clock.now },
  );

/** Steps until the refresh is no longer at work. */
export async function refreshAll(
  crm: FakeCrm,
  clock: Clock,
  want: 'changes' | 'sweep' = 'changes',
  worker = ann,
): Promise<RefreshProgress> {
  for (let steps = 0; steps < 10_000; steps++) {
    const progress = await stepOf(crm, clock, want, worker);
    if (progress.state !== 'working') return progress;
    clock.now += progress.nextInMs;
  }
  throw new Error('The refresh does not end');
}

export function headOf({ portfolio }: FakeCrm): Head {
  const text = portfolio.stored.get('head');
  if (text === undefined) throw new Error('There is no head');
  return JSON.parse(text) as Head;
}

/** All rows that the head's index names, in the order of the index. Throws where a segment cannot be read. */
export function storedRows(crm: FakeCrm, table: Table): readonly TableRow[] {
  return headOf(crm).segments[table].flatMap(({ key }) => {
    const bytes = crm.portfolio.unpack(crm.portfolio.stored.get(segmentKey(table, key)) ?? '');
    const rows = bytes && rowsOfBytes(table, bytes);
    if (!rows) throw new Error(`Segment ${segmentKey(table, key)} cannot be read`);
    return rows;
  });
}
