import { sumOver } from './census.ts';
import type { Foundations } from './foundations.ts';
import type { Kpi } from './kpi.ts';
import { middleOfCounts, rate } from './kpi-of.ts';
import type { Asked } from './selection.ts';
import { readAtTheEnd, type Tally } from './tally.ts';

/** Data quality (K46, K47): whether deals say if a partner was involved, and whether tags came in time. */
export function qualityKpis({ programArm }: Asked, foundations: Foundations): Tally<Kpi[]> {
  const census = foundations.census();
  const late = foundations.tags();
  return readAtTheEnd(() => {
    const created = census.finish().filter(({ inCreated }) => inCreated);
    const answered = sumOver(created, 'all', (cell) => cell.answered);
    const { tags, afterClose, inCycle } = late.finish();
    const shares = [
      rate('K47', programArm, afterClose + inCycle, tags),
      rate('K47.after_close', programArm, afterClose, tags),
      rate('K47.in_cycle', programArm, inCycle, tags),
    ];
    if (programArm === 'partner') return shares;
    return [rate('K46', programArm, answered.deals, sumOver(created, 'all').deals), ...shares];
  });
}

/** Quality of tags: how many are approved (K14), how many confirmed ones have evidence (K48), how long others wait (K49). */
export function tagQualityKpis({ programArm }: Asked, foundations: Foundations): Tally<Kpi[]> {
  const tags = foundations.tags();
  return readAtTheEnd(() => {
    const { confirmed, rejected, evidenced, waiting } = tags.finish();
    return [
      rate('K14', programArm, confirmed, confirmed + rejected),
      rate('K48', programArm, evidenced, confirmed),
      middleOfCounts('K49', programArm, waiting),
    ];
  });
}
