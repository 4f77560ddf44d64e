import { sharedRoom } from './room.ts';

it('gives columns side by side, and the same memory again once it is cleared', () => {
  const { room, clear } = sharedRoom();
  const bytes = room(Uint8Array, 3).fill(1);
  const numbers = room(Float64Array, 2).fill(2);
  expect([...bytes, ...numbers]).toEqual([1, 1, 1, 2, 2]);
  expect(numbers.buffer).toBe(bytes.buffer);
  expect([bytes.byteOffset, numbers.byteOffset]).toEqual([0, 8]);
  clear();
  const again = room(Int32Array, 1);
  expect([again.buffer, again.byteOffset]).toEqual([bytes.buffer, 0]);
});

it('gives all of its memory before it takes more', () => {
  const { room, clear } = sharedRoom();
  const { buffer } = room(Uint8Array, 1);
  clear();
  expect(room(Uint8Array, buffer.byteLength).buffer).toBe(buffer);
  clear();
  expect(room(Uint8Array, 1).buffer).toBe(buffer);
});

it('grows when asked for more than it has, and leaves alone what it gave before', () => {
  const { room, clear } = sharedRoom();
  const first = room(Int32Array, 9).fill(7);
  const large = room(Float64Array, 1 << 20).fill(8);
  expect(first.every((value) => value === 7) && large.every((value) => value === 8)).toBe(true);
  clear();
  expect(room(Float64Array, 1 << 20).buffer).toBe(room(Int32Array, 1).buffer);
});
