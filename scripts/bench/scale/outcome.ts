export interface Bound {
  /** As it is printed: `≤ 100 MB`. */
  readonly target: string;
  readonly holds: boolean;
}

export const atMost = (value: number, most: number, unit = ''): Bound => ({
  target: `≤ ${inWords(most)}${unit}`,
  holds: value <= most,
});

/** Prints what was measured, what it should be and whether it is. */
export class Outcome {
  readonly broken: string[] = [];

  title(text: string): void {
    console.log(`\n${text}`);
  }

  line(what: string, value: number | string, unit = '', bound: Bound | null = null): void {
    const shown = typeof value === 'number' ? inWords(value) : value;
    const verdict = bound === null ? '' : `${bound.target}  ${bound.holds ? 'holds' : 'BROKEN'}`;
    console.log(`  ${what.padEnd(58)}${`${shown}${unit}`.padStart(16)}  ${verdict}`.trimEnd());
    if (bound && !bound.holds) this.broken.push(`${what}: ${shown}${unit}, not ${bound.target}`);
  }
}

const inWords = (value: number): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: value < 10 ? 3 : value < 1000 ? 1 : 0 });
