import { damaged, lists, refusal, texts, unsigned, written } from '#test/segment-bytes';
import type { ByteWriter } from './bytes.ts';
import { readCompanies } from './company-segment.ts';
import { writeDecimals } from './decimal-column.ts';
import { toShapes } from './deal-shape.ts';
import { readInvolvements } from './involvement-segment.ts';
import { writeIds, writeSigned } from './number-columns.ts';

describe('shapes of deals', () => {
  /** Of a segment with three pipelines and two stages. */
  const shapes = (...values: number[][]) => {
    const start = Int32Array.from([0, ...values.map((_, at) => values.slice(0, at + 1).flat().length)]);
    const items = Float64Array.from(values.flat());
    return () => toShapes({ size: values.length, start, items, codes: new Float64Array() }, 3, 2);
  };
  it('are known up to the last of everything', () => {
    expect(shapes([2, 2, 1, 31, 2, 1, 7, 3, 5])()).toMatchObject({
      outcome: Uint8Array.of(2),
      answer: Uint8Array.of(2),
      foreign: Uint8Array.of(1),
      has: Uint8Array.of(31),
      pipeline: Int32Array.of(2),
      stage: Int32Array.of(1),
      pathStart: Int32Array.of(0, 3),
    });
  });
  const unknown = 'a shape names what does not exist';
  it.each<[string, number[][], string]>([
    ['an outcome', [[3, 0, 0, 0, 0, 0]], unknown],
    ['an answer', [[0, 3, 0, 0, 0, 0]], unknown],
    ['a currency', [[0, 0, 2, 0, 0, 0]], unknown],
    ['a value', [[0, 0, 0, 32, 0, 0]], unknown],
    ['a pipeline', [[0, 0, 0, 0, 3, 0]], unknown],
    ['a stage', [[0, 0, 0, 0, 0, 2]], unknown],
    ['a step', [[0, 0, 0, 0, 0, 0, 8]], unknown],
    ['nothing where it should', [[0, 0, 0, 0, 0]], unknown],
    [
      'what is of the next',
      [
        [0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0, 0],
      ],
      'a shape is too short',
    ],
    ['a step of nothing', [[0, 0, 0, 0, 0, 0, 4]], 'a step is empty'],
  ])('that name %s are refused', (_, values, why) => {
    expect(refusal(shapes(...values))).toBe(damaged(why));
  });
});

describe('shapes of companies', () => {
  const read = (...shapes: number[][]) => {
    const rows = shapes.map((_, id) => `${id}`);
    return () => readCompanies(written(texts(...rows), lists(...shapes)), rows.length);
  };
  it.each<[string, number[][], string]>([
    ['of a type that does not exist', [[11, 0]], 'a shape is not known'],
    ['of one number', [[0]], 'a shape is not known'],
    ['of three', [[0, 0, 0]], 'a shape is not known'],
    ['of one and three', [[0], [0, 0, 0]], 'a shape is not known'],
    // These are known, and what they announce is not there.
    ['of the last type', [[10, 3]], 'it ends early'],
  ])('%s', (_, shapes, why) => {
    expect(refusal(read(...shapes))).toBe(damaged(why));
  });
});

describe('involvements', () => {
  /** Of two partners with three names. */
  const read = ({
    pairs = [[1, 2]],
    shapes = [[3, 3, 7, 7, 0]],
    roles = [[11]],
    stages = [[7]],
  }: Partial<Record<'pairs' | 'shapes' | 'roles' | 'stages', number[][]>>) => {
    const count = pairs.length;
    const ids = pairs.map((_, id) => `${id}`);
    const from = written(
      texts(...ids),
      (out) => writeIds(out, ids.map(Number)),
      unsigned(2),
      texts('88', '89'),
      unsigned(3),
      texts('a', 'b', 'c'),
      ...[pairs, shapes, roles, stages].map((values) =>
        lists(...(values.length < count ? [...values, ...values] : values)),
      ),
      ...[ids.map(() => 0), [], [], []].map((values) => (out: ByteWriter) => writeSigned(out, values)),
      (out) => writeDecimals(out, []),
    );
    return () => readInvolvements(from, count);
  };
  it('are known up to the last word of every vocabulary', () => {
    expect(read({})()).toMatchObject({
      count: 1,
      shapes: [{ tier: 3, status: 3, marks: 7, evidenceType: 7 }],
    });
  });
  it.each<[string, Parameters<typeof read>[0], string]>([
    ['a partner', { pairs: [[2, 0]] }, 'an involvement names what does not exist'],
    ['a name', { pairs: [[0, 3]] }, 'an involvement names what does not exist'],
    ['a partner without a name', { pairs: [[0]] }, 'an involvement names what does not exist'],
    ['a partner with two names', { pairs: [[0, 0, 0]] }, 'an involvement names what does not exist'],
    ['one and three', { pairs: [[0], [0, 0, 0]] }, 'an involvement names what does not exist'],
    ['a role', { roles: [[12]] }, 'an involvement names what does not exist'],
    ['a role among others', { roles: [[0, 12, 1]] }, 'an involvement names what does not exist'],
    ['a stage', { stages: [[8]] }, 'an involvement names what does not exist'],
    ['a tier', { shapes: [[4, 0, 0, 0, 0]] }, 'a shape is not known'],
    ['a status', { shapes: [[0, 4, 0, 0, 0]] }, 'a shape is not known'],
    ['a kind of evidence', { shapes: [[0, 0, 0, 8, 0]] }, 'a shape is not known'],
    ['too little', { shapes: [[0, 0, 0, 0]] }, 'a shape is too short'],
  ])('that name %s are refused', (_, parts, why) => {
    expect(refusal(read(parts))).toBe(damaged(why));
  });
});
