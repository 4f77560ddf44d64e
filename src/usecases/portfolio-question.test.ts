import { defaultSettings } from '#domain/settings';
import { questionOf } from './portfolio-question.ts';

const stage = (id: string, outcome: 'open' | 'won' | 'lost' = 'open') => ({ id, label: id, outcome });
const pipelines = [
  { id: 'old', label: 'Old', stages: [stage('trial')] },
  { id: 'new', label: 'New', stages: [stage('10'), stage('9'), stage('signed', 'won')] },
];
const settings = {
  ...defaultSettings,
  lifeCycleOf: { '9': 'evaluate', '10': 'evaluate', trial: 'evaluate', signed: 'onboard' },
} as const;
const landmarkStage = (input: Parameters<typeof questionOf>[0], more = {}) =>
  questionOf(input, { ...settings, ...more }, 20_000, pipelines).settings.landmarkStage;

it('without a choice the landmark is the first stage in the order of the pipelines that evaluates', () => {
  expect(landmarkStage({})).toBe('trial');
  expect(landmarkStage({ pipelines: ['new'] })).toBe('10');
  expect(landmarkStage({}, { pipelines: ['new'] })).toBe('10');
  expect(landmarkStage({}, { lifeCycleOf: { signed: 'evaluate' } })).toBeNull();
});

it('the settings choose before the order does, and the input before the settings', () => {
  expect(landmarkStage({}, { landmarkStage: '9' })).toBe('9');
  expect(landmarkStage({ landmark: { kind: 'stage', stageId: '10' } }, { landmarkStage: '9' })).toBe('10');
  expect(landmarkStage({ landmark: { kind: 'none' } }, { landmarkStage: '9' })).toBeNull();
  const day = questionOf({ landmark: { kind: 'day', day: 30 } }, settings, 20_000, pipelines);
  expect(day.landmarkDay).toBe(30);
  expect(day.settings.landmarkStage).toBeNull();
});
