import { Accordion, Flex, Heading, Select, Text } from '@hubspot/ui-extensions';
import type { PipelineView } from '#contract/settings';
import { lifeCycleStageLabels, type LifeCycleStage } from '#domain/vocabulary';
import { optionsOf } from '../words.ts';
import { faultAt, type Fields } from './fields.tsx';

const unmapped = '';
const options = [{ value: unmapped, label: 'No life-cycle stage' }, ...optionsOf(lifeCycleStageLabels)];

export const countedPipelines = ({ draft, pipelines }: Pick<Fields, 'draft' | 'pipelines'>): PipelineView[] =>
  pipelines.filter(({ id }) => draft.shown.pipelines.length === 0 || draft.shown.pipelines.includes(id));

const StageSelect = ({ draft, stage }: Pick<Fields, 'draft'> & { stage: PipelineView['stages'][number] }) => {
  const choose = (chosen: string) => {
    const others = Object.entries(draft.now().lifeCycleOf).filter(([id]) => id !== stage.id);
    const mapped = chosen === unmapped ? [] : [[stage.id, chosen as LifeCycleStage] as const];
    draft.set({ lifeCycleOf: Object.fromEntries([...others, ...mapped]) });
  };
  return (
    <Select
      name={`lifeCycleOf.${stage.id}`}
      label={stage.label}
      options={options}
      value={draft.shown.lifeCycleOf[stage.id] ?? unmapped}
      onChange={(chosen) => choose(String(chosen))}
    />
  );
};

const mappedLine = ({ draft }: Pick<Fields, 'draft'>, { label, stages }: PipelineView): string => {
  const mapped = stages.filter(({ id }) => draft.shown.lifeCycleOf[id]).length;
  return `${label}: ${mapped} of ${stages.length} stages mapped`;
};

export const LifeCycleMap = (fields: Fields) => {
  const { validationMessage } = faultAt(fields.faults, 'lifeCycleOf');
  return (
    <Flex direction="column" gap="sm">
      <Heading>Life cycle</Heading>
      <Text>Which step of the customer life cycle does each deal stage stand for?</Text>
      {validationMessage && <Text>{validationMessage}</Text>}
      {countedPipelines(fields).map((pipeline) => (
        <Accordion key={pipeline.id} title={mappedLine(fields, pipeline)} size="sm" defaultOpen={false}>
          <Flex direction="column" gap="sm">
            {pipeline.stages.map((stage) => (
              <StageSelect key={stage.id} draft={fields.draft} stage={stage} />
            ))}
          </Flex>
        </Accordion>
      ))}
    </Flex>
  );
};
