import { firstLifeCycleStage } from './life-cycle.ts';

it.each([
  ['qualifiedtobuy', 'open', '', 'evaluate'],
  ['171', 'open', 'Qualified To Buy', 'evaluate'],
  ['171', 'open', 'Evaluation', 'evaluate'],
  ['171', 'open', ' decision ', 'decide'],
  ['171', 'open', 'Renewal', 'renew'],
  ['171', 'open', 'Renewal lost its champion', null],
  ['171', 'won', 'Evaluation passed', 'onboard'],
  ['171', 'lost', 'Decision', null],
  ['171', 'open', 'Talks', null],
] as const)('the stage %s, %s, called "%s" is first taken for %s', (id, outcome, label, stage) => {
  expect(firstLifeCycleStage(id, outcome, label)).toBe(stage);
});
