import { release } from '#domain/columns/memory';

/** Gives the memory of bytes back at once; they are empty afterwards. */
export function releaseBytes({ buffer }: Uint8Array): void {
  // Small ones lie in a buffer that Node shares among many.
  if (buffer.byteLength > Buffer.poolSize) release(buffer);
}
