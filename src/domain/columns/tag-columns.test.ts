import { makeDeal, makeInvolvement } from '#test/make';
import { tagsOf } from '#test/tags-of';
import { chunkOf, columnsOf } from '../columns.ts';
import { dealColumnsBuilder } from './deal-columns.ts';
import { growingDictionary } from './dictionary.ts';
import { joinTags } from './tag-columns.ts';

const partners = growingDictionary(['9', '10']);
it('orders the involvements of a deal by the text of the partner id, then as they come', () => {
  const join = joinTags(tagsOf([7, 0], [3e11, 0], [7, 1], [NaN, -1], [7, 0], [2, 0]), partners);
  const { start, share } = join.take(Float64Array.of(2, 7, 3e11));
  expect([[...start], [...share]]).toEqual([
    [0, 1, 4, 5],
    [5, 2, 0, 4, 1],
  ]);
});

it('hands each chunk of deals its own involvements, and counts those whose deal is in none', () => {
  const join = joinTags(tagsOf([4, 0], [1, 0], [4, 1], [9, 0], [2, 0], [NaN, -1], [6, 1]), partners);
  const first = join.take(Float64Array.of(1, 3, 4));
  expect([[...first.start], [...first.share]]).toEqual([
    [0, 1, 1, 3],
    [1, 2, 0],
  ]);
  const second = join.take(Float64Array.of(5, 6));
  expect([[...second.start], [...second.share]]).toEqual([[0, 0, 1], [6]]);
  expect(join.orphans()).toBe(3);
});

it('orders ids of any size, those around a digit of sixteen bits too', () => {
  const ids = [2 ** 16, 2 ** 32 + 1, 65_534, 1, 2 ** 32, 65_535, 2 ** 16 + 1, 131_071, 2 ** 53 - 1];
  const sorted = [...ids].sort((one, other) => one - other);
  const { start, share } = joinTags(tagsOf(...ids.map((id) => [id, 0] as const)), partners).take(
    Float64Array.from(sorted),
  );
  expect([...start]).toEqual([0, ...sorted.map((_, at) => at + 1)]);
  expect([...share]).toEqual(sorted.map((id) => ids.indexOf(id)));
  const whole = joinTags(tagsOf([2 ** 16, 0], [1, 0]), partners).take(Float64Array.of(1, 2 ** 16));
  expect([...whole.share]).toEqual([1, 0]);
});

it('hands an involvement out once, although others of no deal came before it', () => {
  const { count, start, share } = joinTags(tagsOf([NaN, -1], [5, 0]), partners).take(Float64Array.of(5));
  expect([count, [...start], [...share]]).toEqual([1, [0, 1], [1]]);
});

it('knows no share of any where none was negotiated, in small chunks and in larger ones', () => {
  const tags = tagsOf([1, 0], [2, 0], [2, 1], [3, 0], [3, 1], [4, 0], [4, 1], [4, 1]);
  const join = joinTags({ ...tags, share: new Float64Array() }, partners);
  const chunks = [[1], [2], [3, 4]].map((ids) => join.take(Float64Array.from(ids)));
  expect(chunks.map(({ count, share }) => [count, [...share]])).toEqual(
    [1, 2, 5].map((count) => [count, Array.from({ length: count }, () => NaN)]),
  );
});

it('a chunk made of columns is what the rows give', () => {
  const rows = {
    deals: [makeDeal({ id: 1, account: '88' }), makeDeal({ id: 2 })],
    involvements: [makeInvolvement({ dealId: 2 })],
    companies: [],
  };
  const { involvements, companies, ...whole } = columnsOf(rows);
  const deals = dealColumnsBuilder();
  rows.deals.forEach(deals.add);
  const isPartner = { ...companies, accountIsPartner: Uint8Array.of(1, 0) };
  const chunk = chunkOf(deals.finish().deals, involvements, { ...whole, companies: isPartner });
  expect([...chunk.deals.account]).toEqual([-1, 1]);
  expect(chunk.deals.stage).toEqual(whole.deals.stage);
});
