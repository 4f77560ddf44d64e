import { release } from './memory.ts';

type Numbers = Float64Array | Int32Array | Int16Array | Uint16Array | Uint8Array;

/** A typed array that grows by doubling, so that a portfolio is read without an object per record. */
export interface Growing<A extends Numbers> {
  readonly push: (value: number) => void;
  readonly length: () => number;
  /** The values so far, trimmed to length. */
  readonly taken: () => A;
}

function growing<A extends Numbers>(make: (size: number) => A): Growing<A> {
  let values = make(64);
  let length = 0;
  return {
    push: (value) => {
      if (length === values.length) {
        const wider = make(length * 2);
        wider.set(values);
        release(values.buffer);
        values = wider;
      }
      values[length++] = value;
    },
    length: () => length,
    taken: () => values.slice(0, length) as A,
  };
}

export const float64 = (): Growing<Float64Array> => growing((size) => new Float64Array(size));
export const int32 = (): Growing<Int32Array> => growing((size) => new Int32Array(size));
export const int16 = (): Growing<Int16Array> => growing((size) => new Int16Array(size));
export const uint16 = (): Growing<Uint16Array> => growing((size) => new Uint16Array(size));
export const uint8 = (): Growing<Uint8Array> => growing((size) => new Uint8Array(size));

type Taken<Columns> = { [Name in keyof Columns]: Columns[Name] extends Growing<infer A> ? A : never };

/** All columns with their values in the given order of rows; rows that the order leaves out are dropped. */
export function takenInOrder<Columns extends Record<string, Growing<Numbers>>>(
  columns: Columns,
  order: Int32Array,
): Taken<Columns> {
  const sorted = Object.entries(columns).map(([name, column]) => [name, inOrder(column.taken(), order)]);
  return Object.fromEntries(sorted) as Taken<Columns>;
}

/** The values of a column at the places given. */
export function inOrder<A extends Numbers>(column: A, order: Int32Array): A {
  const sorted = column.slice(0, order.length) as A;
  for (let at = 0; at < order.length; at++) sorted[at] = column[order[at]!]!;
  return sorted;
}

/** The array itself where it has the place, else one of twice the length with the same values. */
export function withPlace<A extends Numbers>(values: A, place: number): A {
  if (place < values.length) return values;
  const make = values.constructor as new (length: number) => A;
  const wider = new make(2 * (place + 1));
  wider.set(values);
  return wider;
}
