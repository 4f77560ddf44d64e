import type { Dictionary } from '../columns/dictionary.ts';
import { numberIndex } from '../columns/number-index.ts';
import { isNumeric, type TextList } from './text-columns.ts';

/** Codes of accounts, which are company ids: given out to the companies first, then to accounts of no known company. */
export interface AccountCodes extends Dictionary {
  /** Code of the text at a place of a list; -1 for blank texts. */
  readonly take: (list: TextList, place: number) => number;
  readonly size: () => number;
}

/** Accounts are numbered without their texts: nothing but a question about one account asks for them. */
export function accountCodes(): AccountCodes {
  const numbers = numberIndex();
  const others = new Map<string, number>();
  /** Texts that are no numbers are taken as numbers from 2^53 on, which no id is. */
  const numberOf = (text: string): number => (isNumeric(text) ? Number(text) : (others.get(text) ?? -2));
  return {
    texts: [],
    size: numbers.size,
    codeOf: (text) => numbers.codeOf(numberOf(text.trim())),
    take: (list, place) => {
      if (list.numbers !== null) return numbers.take(list.numbers[place]!);
      const text = list.at(place).trim();
      if (text === '') return -1;
      if (!isNumeric(text) && !others.has(text)) others.set(text, 2 ** 53 + 2 * others.size);
      return numbers.take(numberOf(text));
    },
  };
}
