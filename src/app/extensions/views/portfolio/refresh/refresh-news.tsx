import { Alert, Button, Flex, LoadingSpinner, ProgressBar, Text, Tile } from '@hubspot/ui-extensions';
import type { RefreshPhase } from '#contract/refresh-portfolio';
import type { Format } from '../../format.ts';
import { sentenceOf } from '../../words.ts';
import type { Ended } from './refresh-loop.ts';
import type { Refresh, RefreshState } from './use-refresh.ts';

export const phaseTexts: Readonly<Record<RefreshPhase, string>> = {
  build: 'Reading all deals and tags for the first time',
  changes: 'Reading what changed',
  sweep: 'Reading everything again',
};

type Working = Extract<RefreshState, { state: 'working' }>;

const Bar = ({ progress, format }: Pick<Working, 'progress'> & { format: Format }) => {
  if (progress?.state !== 'working') return <ProgressBar title="Starting" value={0} maxValue={1} />;
  const { phase, done, total } = progress;
  return (
    <ProgressBar
      title={phaseTexts[phase]}
      value={Math.min(done, total)}
      maxValue={Math.max(1, total)}
      valueDescription={`${format.count(done)} of ${format.count(Math.max(done, total))} records`}
      showPercentage
    />
  );
};

const Waiting = ({ until, format }: { until: string; format: Format }) => (
  <Flex direction="column" gap="xs">
    <LoadingSpinner label="Somebody else is refreshing the numbers" showLabel size="sm" />
    <Text>
      {`Or this page was, before it was reloaded. Until ${format.time(until)} at the latest; then it goes on here by itself.`}
    </Text>
  </Flex>
);

const Progress = ({ now, cancel, format }: { now: Working; format: Format } & Pick<Refresh, 'cancel'>) => (
  <Tile compact>
    <Flex direction="column" gap="xs" align="stretch">
      {now.progress?.state === 'busy' ? (
        <Waiting until={now.progress.until} format={format} />
      ) : (
        <Bar progress={now.progress} format={format} />
      )}
      <Flex gap="sm" align="center" justify="between" wrap>
        <Text variant="microcopy">
          The numbers below stay as they are until it is done. It goes on while this page is open; what is
          read is kept.
        </Text>
        <Button size="xs" variant="secondary" disabled={now.stopping} onClick={cancel}>
          {now.stopping ? 'Stopping …' : 'Cancel'}
        </Button>
      </Flex>
    </Flex>
  </Tile>
);

const Stopped = ({
  ended,
  start,
}: { ended: Extract<Ended, { state: 'failed' }> } & Pick<Refresh, 'start'>) => (
  <Alert title="The refresh has stopped" variant="danger">
    <Flex direction="column" gap="xs" align="start">
      <Text>{`${sentenceOf(ended.problem)} What was read is kept.`}</Text>
      <Button size="xs" onClick={() => start(ended.want === 'sweep' ? 'sweep' : 'changes')}>
        Go on
      </Button>
    </Flex>
  </Alert>
);

const doneText = ({ recordsRead, rebuilt }: Extract<Ended, { state: 'done' }>, format: Format): string => {
  const read = recordsRead === 0 ? 'Nothing had changed.' : `${format.count(recordsRead)} records were read.`;
  return rebuilt === 0 ? read : `${read} ${format.count(rebuilt)} damaged or outdated blocks were read anew.`;
};

/** How the refresh goes, or how it ended. */
export const RefreshNews = ({ refresh, format }: { refresh: Refresh; format: Format }) => {
  const { now, start, cancel } = refresh;
  switch (now.state) {
    case 'idle':
      return null;
    case 'working':
      return <Progress now={now} cancel={cancel} format={format} />;
    case 'done':
      return <Alert title={`The portfolio is up to date. ${doneText(now, format)}`} variant="success" />;
    case 'cancelled':
      return (
        <Alert title="The refresh is cancelled" variant="info">
          <Text>What was read is kept: the next refresh goes on from there.</Text>
        </Alert>
      );
    case 'failed':
      return <Stopped ended={now} start={start} />;
  }
};
