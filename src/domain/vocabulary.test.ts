import * as vocabulary from '#domain/vocabulary';

test.each([
  ['tiers', vocabulary.tiers, vocabulary.tierLabels],
  ['meanings of tiers', vocabulary.tiers, vocabulary.tierMeanings],
  ['roles', vocabulary.roles, vocabulary.roleLabels],
  ['life-cycle stages', vocabulary.lifeCycleStages, vocabulary.lifeCycleStageLabels],
  ['statuses', vocabulary.involvementStatuses, vocabulary.involvementStatusLabels],
  ['exit reasons', vocabulary.exitReasons, vocabulary.exitReasonLabels],
  ['evidence', vocabulary.evidenceTypes, vocabulary.evidenceTypeLabels],
  ['partner types', vocabulary.partnerTypes, vocabulary.partnerTypeLabels],
  ['functions', vocabulary.stackFunctions, vocabulary.stackFunctionLabels],
])('%s: every term has words of its own for people', (_, terms, labels) => {
  const words = new Map<string, string>(Object.entries(labels));
  expect([...words.keys()].sort()).toEqual([...terms].sort());
  expect(new Set(words.values()).size).toBe(terms.length);
  for (const label of words.values()) expect(label).toMatch(/^\p{Lu}.+/u);
});
