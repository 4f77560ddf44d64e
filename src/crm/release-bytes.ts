/**
 * Gives the memory of bytes back at once; they are empty afterwards. The garbage collector would let sixty megabytes of
 * them come together, which is half of what a function has. Node 20 has to wait for it.
 */
export function releaseBytes({ buffer }: Uint8Array): void {
  // Small ones lie in a buffer that Node shares among many.
  if (buffer.byteLength > Buffer.poolSize) (buffer as Transferable).transfer?.(0);
}

/** ArrayBuffer as of ECMAScript 2024. */
type Transferable = ArrayBufferLike & { readonly transfer?: (size: number) => unknown };
