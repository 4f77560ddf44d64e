import { sharedRoom } from './room.ts';

it('gives columns side by side, and the same memory again once it is cleared', () => {
  const { room, clear } = sharedRoom();
  const bytes = room(Uint8Array, 3).fill(1);
  const numbers = room(Float64Array, 2).fill(2);
  expect([...bytes, ...numbers]).toEqual([1, 1, 1, 2, 2]);
  expect(numbers.buffer).toBe(bytes.buffer);
  clear();
  expect(room(Int32Array, 1).buffer).toBe(bytes.buffer);
});

it('grows when asked for more than it has, and leaves alone what it gave before', () => {
  const { room, clear } = sharedRoom();
  const first = room(Int32Array, 9).fill(7);
  const large = room(Float64Array, 1 << 20).fill(8);
  expect(first.every((value) => value === 7) && large.every((value) => value === 8)).toBe(true);
  clear();
  expect(room(Float64Array, 1 << 20).buffer).toBe(room(Int32Array, 1).buffer);
});
