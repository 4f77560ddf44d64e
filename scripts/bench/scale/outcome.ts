export interface Bound {
  /** As it is printed: `≤ 100 MB`. */
  readonly target: string;
  readonly holds: boolean;
  /** True for time and memory, which another machine would measure otherwise. */
  readonly ofMachine?: boolean;
}

export const atMost = (value: number, most: number, unit = ''): Bound => ({
  target: `≤ ${inWords(most)}${unit}`,
  holds: value <= most,
  ofMachine: unit !== '',
});

/** Prints what was measured, what it should be and whether it is. */
export class Outcome {
  readonly broken: string[] = [];
  readonly #decides: (bound: Bound) => boolean;

  /** `gate` leaves the verdict to calls, segments and figures, which are the same on every machine; all is printed. */
  constructor(gate: boolean) {
    this.#decides = ({ ofMachine }) => !gate || ofMachine !== true;
  }

  title(text: string): void {
    console.log(`\n${text}`);
  }

  line(what: string, value: number | string, unit = '', bound: Bound | null = null): void {
    const shown = typeof value === 'number' ? inWords(value) : value;
    const verdict = bound === null ? '' : `${bound.target}  ${bound.holds ? 'holds' : 'BROKEN'}`;
    console.log(`  ${what.padEnd(58)}${`${shown}${unit}`.padStart(16)}  ${verdict}`.trimEnd());
    if (bound && !bound.holds && this.#decides(bound))
      this.broken.push(`${what}: ${shown}${unit}, not ${bound.target}`);
  }
}

const inWords = (value: number): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: value < 10 ? 3 : value < 1000 ? 1 : 0 });
