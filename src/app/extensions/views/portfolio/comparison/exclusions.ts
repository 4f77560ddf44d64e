import type { ComparisonReply } from '#contract/read-portfolio';
import type { Format } from '../../format.ts';

/** How many deals no side holds, by reason, in words; reasons that concern no deal are left out. */
export function exclusionsOf(
  { excluded, landmark, landmarkName }: ComparisonReply,
  format: Format,
): string[] {
  const notReached =
    landmark.kind === 'day' ? 'are not that old yet' : `have no recorded entry to ${landmarkName}`;
  const lines = [
    { n: excluded.notReached, text: notReached },
    { n: excluded.closedBefore, text: 'were already closed by then' },
    { n: excluded.unanswered, text: 'do not say whether a partner is involved' },
    { n: excluded.unconfirmed, text: 'have tags, but no confirmed one' },
  ];
  return lines.filter(({ n }) => n > 0).map(({ n, text }) => `${format.count(n)} ${text}`);
}
