import { firstLifeCycleStage } from './life-cycle.ts';
import { lifeCycleStages } from './vocabulary.ts';

it.each([
  ['qualifiedtobuy', 'open', '', 'evaluate'],
  ['171', 'open', 'Qualified To Buy', 'evaluate'],
  ['171', 'open', 'Evaluation', 'evaluate'],
  ['171', 'open', ' decision ', 'decide'],
  ['171', 'open', 'Renewal', 'renew'],
  ['171', 'open', 'Renewal lost its champion', null],
  ['171', 'open', 'Early renewal', null],
  ['171', 'won', 'Evaluation passed', 'onboard'],
  ['171', 'lost', 'Decision', null],
  ['closedlost', 'lost', undefined, null],
  ['171', 'open', 'Talks', null],
] as const)('the stage %s, %s, called "%s" is first taken for %s', (id, outcome, label, stage) => {
  expect(firstLifeCycleStage(id, outcome, label)).toBe(stage);
});

it('the stages of a new HubSpot account have a first place in the life cycle, by id or by name', () => {
  const places = [
    ['Appointment Scheduled', 'engage'],
    ['Qualified To Buy', 'evaluate'],
    ['Presentation Scheduled', 'evaluate'],
    ['Decision Maker Bought-In', 'decide'],
    ['Contract Sent', 'decide'],
  ] as const;
  for (const [name, stage] of places) {
    expect(firstLifeCycleStage(name.toLowerCase().replaceAll(/[ -]/g, ''), 'open')).toBe(stage);
    expect(firstLifeCycleStage('171', 'open', name)).toBe(stage);
  }
});

it('a stage named for a stage of the life cycle is that one, in the forms that people use', () => {
  const forms = {
    identify: 'identify identified identification',
    engage: 'engage engaged engaging engagement',
    evaluate: 'evaluate evaluated evaluating evaluation',
    decide: 'decide decided deciding decision',
    onboard: 'onboard onboarded onboarding',
    adopt: 'adopt adopted adopting adoption',
    renew: 'renew renewed renewing renewal',
    expand: 'expand expanded expanding expansion',
  };
  for (const stage of lifeCycleStages) {
    for (const form of forms[stage].split(' ')) {
      expect(firstLifeCycleStage('171', 'open', form)).toBe(stage);
      expect(firstLifeCycleStage('171', 'open', `${form} call`)).toBeNull();
      expect(firstLifeCycleStage('171', 'open', `before ${form}`)).toBeNull();
    }
  }
});
