import { byteReader, byteWriter, writeByte, type ByteReader, type ByteWriter } from '#domain/segments/bytes';
import { writeListColumn } from '#domain/segments/dictionaries';
import { writeUnsigned } from '#domain/segments/number-columns';
import { SegmentUnreadable } from '#domain/segments/segment-unreadable';
import { writeTexts } from '#domain/segments/text-columns';

/** Bytes of a segment made by hand, as no writer makes them. */
export const written = (...parts: readonly ((out: ByteWriter) => void)[]): ByteReader => {
  const out = byteWriter();
  for (const write of parts) write(out);
  return byteReader(out.written());
};
export const texts =
  (...list: string[]) =>
  (out: ByteWriter): void =>
    writeTexts(out, list);
export const unsigned =
  (...values: number[]) =>
  (out: ByteWriter): void =>
    writeUnsigned(out, values);
export const lists =
  (...values: number[][]) =>
  (out: ByteWriter): void =>
    writeListColumn(out, values);
export const byte = (value: number) => (out: ByteWriter) => writeByte(out, value);

/** What the refusal of a segment says; `read` where nothing is refused. */
export function refusal(read: () => unknown): string {
  try {
    read();
    return 'read';
  } catch (error) {
    expect(error).toBeInstanceOf(SegmentUnreadable);
    expect((error as Error).name).toBe('SegmentUnreadable');
    return (error as Error).message;
  }
}
export const damaged = (why: string): string => `Segment unreadable (damaged): ${why}`;
