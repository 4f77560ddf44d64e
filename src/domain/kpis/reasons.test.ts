import { catalogue } from './catalogue.ts';
import { reasonSentences } from './kpi.ts';

it('every reason that the catalogue names has a sentence of its own, and no other has', () => {
  const named = new Set(Object.values(catalogue).flatMap(({ reasons }): readonly string[] => reasons));
  expect(new Set(Object.keys(reasonSentences))).toEqual(named);
  const sentences = Object.values(reasonSentences);
  expect(new Set(sentences).size).toBe(sentences.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].+\.$/);
});
