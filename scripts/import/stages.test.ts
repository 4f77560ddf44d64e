import { labelOf, outcomeOf, placeOf, stageFactOf } from './stages.ts';

const outcome = (stage: string, cells: Record<string, string> = {}) =>
  outcomeOf(stage, (property) => cells[property] ?? '');

test('the columns about closing decide; without them the words won and lost do', () => {
  expect(outcome('Signed', { hs_is_closed_won: 'true' })).toBe('won');
  expect(outcome('Signed', { hs_is_closed: 'TRUE', hs_is_closed_won: 'false' })).toBe('lost');
  expect(outcome('Won over', { hs_is_closed: 'No' })).toBe('open');
  expect(outcome('Archived', { hs_is_closed_lost: '1' })).toBe('lost');
  expect(outcome('Closed Won (Sales Pipeline)')).toBe('won');
  expect(outcome('closedlost')).toBe('lost');
  expect(outcome('Wonderful idea')).toBeNull();
  expect(outcome('Proposal')).toBeNull();
});

test.each([
  ['hs_v2_date_entered_closedwon', 'entered', 'closedwon'],
  ['hs_date_entered_1234567', 'entered', '1234567'],
  ['Date entered "Closed Won (Sales Pipeline)"', 'entered', 'Closed Won (Sales Pipeline)'],
  ["Date entered 'Evaluate (Sales Pipeline)'", 'entered', 'Evaluate (Sales Pipeline)'],
  ['Date entered Customer’s trial', 'entered', 'Customer’s trial'],
  ['hs_v2_cumulative_time_in_1234567', 'timeIn', '1234567'],
  ['Cumulative time in "Talks (Sales Pipeline)"', 'timeIn', 'Talks (Sales Pipeline)'],
])('the column %s says of a stage when it was entered, or the time in it', (heading, fact, name) => {
  expect(stageFactOf(heading)).toEqual({ fact, stage: name });
});

test.each([
  'hs_v2_date_entered_current_stage',
  'Date entered current stage',
  'Close Date',
  'hs_v2_latest_time_in_1',
])('the column %s is about no stage of its own', (heading) => {
  expect(stageFactOf(heading)).toBeNull();
});

const stage = (id: string, label: string) => ({ id, label, probability: 0.5, closed: false });
const pipelines = [
  {
    id: 'default',
    label: 'Sales Pipeline',
    stages: [stage('s1', 'Proposal'), stage('s2', 'Review (legal)')],
  },
  { id: '42', label: 'Renewals', stages: [stage('s3', 'Proposal')] },
];

test('a stage is found by id or label, in the named pipeline or in the first that has it', () => {
  const idOf = (pipeline: string, name: string) => placeOf(pipelines, { pipeline, stage: name })?.stage.id;
  expect(idOf('', 'proposal')).toBe('s1');
  expect(idOf('Renewals', 'Proposal')).toBe('s3');
  expect(idOf('42', 'Proposal (Renewals)')).toBe('s3');
  expect(idOf('', 's3')).toBe('s3');
  expect(idOf('Sales Pipeline', 'Review (legal)')).toBe('s2');
  expect(idOf('Sales Pipeline', 'Review')).toBeUndefined();
  expect(idOf('Partners', 'Proposal')).toBeUndefined();
});

test('a label loses the pipeline behind it, and nothing else', () => {
  expect(labelOf('Won (Sales)', 'Sales')).toBe('Won');
  expect(labelOf('Review (legal)', 'Sales')).toBe('Review (legal)');
});
