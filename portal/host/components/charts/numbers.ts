const plain = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });
const compact = new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 1 });

export const exact = (value: number): string => plain.format(value);

/** On an axis and above a mark there is room for "1.2M", not for 1,234,567. */
export const short = (value: number): string => (Math.abs(value) >= 10_000 ? compact : plain).format(value);
