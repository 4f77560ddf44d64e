import { Flex } from '@hubspot/ui-extensions';
import { useRef, useState } from 'react';
import type { Portfolio } from '#contract/read-portfolio';
import type { Call } from '../call.ts';
import { formatOf } from '../format.ts';
import { Failed, Loading } from '../states.tsx';
import { useReading, type Reading } from '../use-reading.ts';
import { everything, Filters, isFiltered, type Selection } from './filters.tsx';
import { PortfolioNumbers } from './portfolio-numbers.tsx';

interface PortfolioViewProps {
  readonly call: Call;
  readonly context: {
    readonly user: { readonly locale?: string };
    readonly portal: { readonly id: number; readonly timezone: string };
  };
}

const inputOf = (portalId: number, { from, to, pipelines }: Selection) => ({
  portalId,
  pipelines: [...pipelines],
  ...(from === null ? {} : { from }),
  ...(to === null ? {} : { to }),
});

/** The filters stay while numbers load or fail, so the pipelines of the last answer are kept. */
function usePipelines(reading: Reading<Portfolio>): Portfolio['pipelines'] {
  const known = useRef<Portfolio['pipelines']>([]);
  if (reading.state === 'ready') known.current = reading.value.pipelines;
  return known.current;
}

export const PortfolioView = ({ call, context: { user, portal } }: PortfolioViewProps) => {
  const [selection, select] = useState(everything);
  const { reading, retry } = useReading(JSON.stringify(selection), () =>
    call('read_portfolio', inputOf(portal.id, selection)),
  );
  const pipelines = usePipelines(reading);
  const problem = reading.state === 'failed' ? reading.problem : null;
  const busy = reading.state === 'ready' && reading.refreshing;
  return (
    <Flex direction="column" gap="lg">
      <Filters selection={selection} select={select} pipelines={pipelines} problem={problem} busy={busy} />
      {reading.state === 'loading' && <Loading label="Counting the portfolio" />}
      {problem && <Failed problem={problem} retry={retry} />}
      {reading.state === 'ready' && (
        <PortfolioNumbers
          portfolio={reading.value}
          filtered={isFiltered(selection)}
          format={formatOf({ locale: user.locale, timeZone: portal.timezone })}
        />
      )}
    </Flex>
  );
};
