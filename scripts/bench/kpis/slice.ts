import type { Columns } from '#domain/columns';
import type { DealColumns } from '#domain/columns/deal-columns';
import type { InvolvementColumns } from '#domain/columns/involvement-columns';

/** The deals at the rows from `from` up to `to`, with their involvements. */
export function sliceOf(
  { deals, involvements }: Pick<Columns, 'deals' | 'involvements'>,
  from: number,
  to: number,
): { readonly deals: DealColumns; readonly involvements: InvolvementColumns } {
  const entries = rangeOf(deals.stageStart, from, to);
  const tags = rangeOf(involvements.start, from, to);
  return {
    deals: cut(deals, to - from, { stageStart: entries.start }, (name, column) =>
      name.startsWith('entry') ? column.slice(entries.first, entries.last) : column.slice(from, to),
    ),
    involvements: cut(involvements, tags.last - tags.first, { start: tags.start }, (_, column) =>
      column.slice(tags.first, tags.last),
    ),
  };
}

function rangeOf(start: Int32Array, from: number, to: number) {
  const first = start[from]!;
  return { first, last: start[to]!, start: start.slice(from, to + 1).map((at) => at - first) };
}

function cut<Part extends DealColumns | InvolvementColumns>(
  part: Part,
  count: number,
  own: Partial<Part>,
  sliced: (name: string, column: Float64Array) => Float64Array,
): Part {
  const columns = Object.entries(part as unknown as Record<string, Float64Array | number>).map(
    ([name, column]) => [name, typeof column === 'number' ? count : sliced(name, column)],
  );
  const all: unknown = { ...Object.fromEntries(columns), ...own };
  return all as Part;
}
