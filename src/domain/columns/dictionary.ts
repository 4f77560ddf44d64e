/** Texts by code: each distinct text once, the code is its place in the list. */
export interface Dictionary {
  readonly texts: readonly string[];
  /** The code of a text, or -1 where it does not occur. */
  readonly codeOf: (text: string) => number;
}

export interface GrowingDictionary extends Dictionary {
  /** The code of a text, given out at its first occurrence; null and blank texts are -1. */
  readonly take: (text: string | null) => number;
}

export function growingDictionary(known: readonly string[] = []): GrowingDictionary {
  const texts = [...known];
  const codes = new Map(texts.map((text, code) => [text, code]));
  return {
    texts,
    codeOf: (text) => codes.get(text) ?? -1,
    take: (text) => {
      const trimmed = text === null ? '' : text.trim();
      if (trimmed === '') return -1;
      const code = codes.get(trimmed);
      if (code !== undefined) return code;
      codes.set(trimmed, texts.length);
      return texts.push(trimmed) - 1;
    },
  };
}
