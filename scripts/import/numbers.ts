export type DecimalMark = '.' | ',';

/** Currency signs, codes and the spaces and apostrophes that group thousands in some countries. */
const ornaments = /[\s\u00a0\u202f'’%]|\p{Sc}|[A-Z]{3}/gu;
const grouped = {
  '.': /^-?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?$/,
  ',': /^-?(\d{1,3}(\.\d{3})+|\d+)?(,\d+)?$/,
};

/**
 * The decimal mark of a column, as its values show it: `1.234,50` and `1234,5` speak for a comma.
 * Values like `1,234` fit both; where all are like that, `otherwise` holds.
 */
export function decimalMarkOf(texts: Iterable<string>, otherwise: DecimalMark): DecimalMark {
  for (const text of texts) {
    const mark = spokenMark(bare(text));
    if (mark !== null) return mark;
  }
  return otherwise;
}

function spokenMark(text: string): DecimalMark | null {
  const [dot, comma] = [text.lastIndexOf('.'), text.lastIndexOf(',')];
  if (dot >= 0 && comma >= 0) return dot > comma ? '.' : ',';
  if (dot < 0 && comma < 0) return null;
  const [mark, other, at]: [DecimalMark, DecimalMark, number] =
    dot >= 0 ? ['.', ',', dot] : [',', '.', comma];
  if (text.indexOf(mark) !== at) return other;
  return /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text) ? null : mark;
}

/** The number that a cell states, or null. Examples: `€ 1,234.50` is 1234.5; `(12)` is -12. */
export function toNumber(text: string, mark: DecimalMark): number | null {
  const plain = bare(text);
  if (plain === '' || plain === '-' || !grouped[mark].test(plain)) return null;
  const point = mark === '.' ? plain.replaceAll(',', '') : plain.replaceAll('.', '').replace(',', '.');
  const number = Number(point);
  return Number.isFinite(number) ? number : null;
}

function bare(text: string): string {
  const plain = text.replace(ornaments, '');
  return plain.startsWith('(') && plain.endsWith(')') ? `-${plain.slice(1, -1)}` : plain;
}
