import { release } from './memory.ts';

it('gives all of the memory back where the runtime can, and else leaves it to the garbage collector', () => {
  const sizes: number[] = [];
  const transferable: unknown = { transfer: (size: number) => sizes.push(size) };
  release(transferable as ArrayBuffer);
  expect(sizes).toEqual([0]);
  const plain: unknown = {};
  expect(() => release(plain as ArrayBuffer)).not.toThrow();
});
