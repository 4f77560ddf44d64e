/**
 * Gives memory back at once; arrays on it are empty afterwards. The garbage collector would let tens of megabytes of a
 * large portfolio come together, of the 128 that a function has. Node 20 has to wait for it.
 */
export function release(buffer: ArrayBufferLike): void {
  (buffer as Transferable).transfer?.(0);
}

/** ArrayBuffer as of ECMAScript 2024. */
type Transferable = ArrayBufferLike & { readonly transfer?: (size: number) => unknown };
