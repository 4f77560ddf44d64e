import { Alert, Button, Dropdown, Flex, Text } from '@hubspot/ui-extensions';
import type { Freshness, Portfolio } from '#contract/read-portfolio';
import type { Format } from '../../format.ts';
import { phaseTexts, RefreshNews } from './refresh-news.tsx';
import type { Refresh } from './use-refresh.ts';

interface FreshnessProps {
  readonly portfolio: Portfolio;
  readonly refresh: Refresh;
  readonly format: Format;
}

type Stored = Extract<Freshness, { kind: 'stored' }>;

const pendingText = ({ changesPending }: Stored, format: Format): string => {
  if (changesPending === null) return 'HubSpot did not say how many changes are not in yet';
  if (changesPending === 0) return 'nothing has changed since';
  return changesPending === 1
    ? '1 change is not in yet'
    : `${format.count(changesPending)} changes are not in yet`;
};

const sweptText = ({ sweptAt }: Stored, format: Format): string =>
  sweptAt === null
    ? 'Deleted and merged records have not been looked for yet.'
    : `Deleted and merged records were last looked for on ${format.instant(sweptAt)}.`;

const StoredLine = ({ stored, refresh, format }: { stored: Stored } & Omit<FreshnessProps, 'portfolio'>) => (
  <Flex gap="sm" align="center" justify="between" wrap>
    <Flex direction="column" gap="flush">
      <Text>{`Numbers as of ${format.instant(stored.readFrom)} · ${pendingText(stored, format)}`}</Text>
      <Text variant="microcopy">{sweptText(stored, format)}</Text>
    </Flex>
    {refresh.now.state !== 'working' && (
      <Flex gap="xs" align="center">
        <Button size="sm" variant="secondary" onClick={() => refresh.start('changes')}>
          Refresh
        </Button>
        <Dropdown
          buttonText="More"
          buttonSize="sm"
          variant="transparent"
          options={[{ label: 'Read everything again', onClick: () => refresh.start('sweep') }]}
        />
      </Flex>
    )}
  </Flex>
);

const Damaged = ({ stored: { damaged }, format }: { stored: Stored; format: Format }) =>
  damaged > 0 && (
    <Alert title="Part of the stored numbers cannot be read" variant="warning">
      <Text>
        {`${damaged === 1 ? 'One block of records is' : `${format.count(damaged)} blocks of records are`} missing from the numbers below. Refresh reads them again.`}
      </Text>
    </Alert>
  );

/** A refresh waits to be gone on with, and this page has not begun one of its own. */
const goesOn = ({ unfinished }: Portfolio, { now }: Refresh): boolean =>
  unfinished !== null && now.state === 'idle';

/** What an earlier page, a nightly job or somebody else began, and left or is still at. */
const Unfinished = ({ portfolio: { unfinished }, refresh, format }: FreshnessProps) =>
  unfinished && (
    <Alert title="A refresh has begun and is not finished" variant="info">
      <Flex direction="column" gap="sm" align="start">
        <Text>
          {`${phaseTexts[unfinished.phase]}: ${format.count(unfinished.done)} of ${format.count(unfinished.total)} records are read. It goes on where it stopped.`}
        </Text>
        <Button
          size="sm"
          variant="secondary"
          onClick={() => refresh.start(unfinished.phase === 'sweep' ? 'sweep' : 'changes')}
        >
          Go on
        </Button>
      </Flex>
    </Alert>
  );

/** Too many deals for one call: the first reading of everything makes every later number cover all of them. */
const Prepare = ({ portfolio, refresh, format }: FreshnessProps) => (
  <Alert title="The numbers do not cover every deal" variant="warning">
    <Flex direction="column" gap="sm" align="start">
      <Text>
        {`They cover ${format.count(portfolio.coverage.dealsRead)} of ${format.count(portfolio.coverage.dealsTotal)} deals: the others could not be read in the time that a page has. Prepare the portfolio once, and from then on the numbers cover all deals and come at once. It is kept in your own HubSpot account.`}
      </Text>
      {refresh.now.state !== 'working' && !goesOn(portfolio, refresh) && (
        <Button size="sm" variant="primary" onClick={() => refresh.start('changes')}>
          Prepare the portfolio
        </Button>
      )}
    </Flex>
  </Alert>
);

const Live = (props: FreshnessProps) =>
  props.portfolio.coverage.complete ? (
    <Text>{`Numbers as of ${props.format.instant(props.portfolio.asOf)}, read from HubSpot just now`}</Text>
  ) : (
    <Prepare {...props} />
  );

/** From when the numbers are, what is not in them yet, and how to bring it in. */
export const FreshnessLine = (props: FreshnessProps) => {
  const { portfolio, refresh, format } = props;
  const { freshness } = portfolio;
  return (
    <Flex direction="column" gap="sm">
      {freshness.kind === 'stored' ? (
        <>
          <StoredLine stored={freshness} refresh={refresh} format={format} />
          <Damaged stored={freshness} format={format} />
        </>
      ) : (
        <Live {...props} />
      )}
      {goesOn(portfolio, refresh) && <Unfinished {...props} />}
      <RefreshNews refresh={refresh} format={format} />
    </Flex>
  );
};
