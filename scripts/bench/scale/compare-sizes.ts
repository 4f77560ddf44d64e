import type { ChangeRun, SizeResult } from './measure-size.ts';
import type { Bound, Outcome } from './outcome.ts';

/** A larger portfolio may cost a larger head, and a segment more where the changed deals lie across two. */
const allowance = 4;

const likeThese = (calls: number, those: number): Bound => ({
  target: `≤ ${those} + ${allowance}`,
  holds: calls <= those + allowance,
});

/** What a refresh costs follows the changes: the same changes cost as much in a portfolio of any size. */
export function compareSizes(results: readonly SizeResult[], outcome: Outcome): void {
  const [small, ...larger] = results;
  if (!small || larger.length === 0) return;
  for (const large of larger) {
    outcome.title(
      `${large.deals.toLocaleString('en-GB')} deals against ${small.deals.toLocaleString('en-GB')}`,
    );
    for (const [place, one] of small.changes.entries()) {
      const other = large.changes[place];
      if (other) printPair(one, other, outcome);
    }
  }
}

function printPair(one: ChangeRun, other: ChangeRun, outcome: Outcome): void {
  const what = `${one.changed.toLocaleString('en-GB')} changed, ${one.where}`;
  const written = other.run.done.segmentsWritten;
  // Changes over the whole portfolio touch more segments where there are more; never more than there are changes.
  const bound =
    one.where === 'newest' || one.changed === 1 ? likeThese(other.run.calls.all, one.run.calls.all) : null;
  outcome.line(`${what}: calls`, `${one.run.calls.all} → ${other.run.calls.all}`, '', bound);
  outcome.line(`${what}: segments written`, `${one.run.done.segmentsWritten} → ${written}`, '', {
    target: `≤ ${other.changed} changes`,
    holds: written <= other.changed,
  });
}
