import type { NamedFigures } from './figures.ts';

/** Relative to the number. The engines add fractions in different orders; counts and amounts agree to the last digit. */
const tolerance = 1e-9;

export interface FiguresCompared {
  readonly same: number;
  readonly different: readonly string[];
  /** Numbers that only the engine gives, and those that only the queries do: of arms and tiers that nothing shows. */
  readonly notCompared: readonly string[];
}

/** Number by number, where both give it. */
export function compareFigures(ours: NamedFigures, theirs: NamedFigures): FiguresCompared {
  const both = Object.keys(ours).filter((key) => key in theirs);
  const different = both.filter((key) => !isSame(ours[key] ?? null, theirs[key] ?? null));
  return {
    same: both.length - different.length,
    different: different.map((key) => `${key}: ${ours[key]} by the engine, ${theirs[key]} by DuckDB`),
    notCompared: Object.keys(ours).filter((key) => !(key in theirs)),
  };
}

const isSame = (one: number | null, other: number | null): boolean =>
  one === null || other === null
    ? one === other
    : Math.abs(one - other) <= tolerance * Math.max(1, Math.abs(other));
