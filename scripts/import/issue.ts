/** One row that could not be read: where it is, what stands there and what to do about it. */
export interface Issue {
  readonly file: string;
  /** Line in the file, counted from 1, where the row begins. */
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly remedy: string;
}

export const issueLine = ({ file, line, column, value, remedy }: Issue): string =>
  `${file}, line ${line}, ${column}: "${value.slice(0, 80)}" ${remedy}`;

/** A file that cannot be used at all. The message says why and what to do; the program ends with code 2. */
export class UnusableFile extends Error {
  constructor(file: string, why: string) {
    super(`${file}: ${why}`);
    this.name = 'UnusableFile';
  }
}

/** Thrown while reading a row; the row is left out and reported. */
export class UnreadableCell extends Error {
  readonly column: string;
  readonly value: string;

  constructor(column: string, value: string, remedy: string) {
    super(remedy);
    this.name = 'UnreadableCell';
    this.column = column;
    this.value = value;
  }
}
