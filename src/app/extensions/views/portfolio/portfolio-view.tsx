import { Flex } from '@hubspot/ui-extensions';
import { useRef, useState } from 'react';
import type { Portfolio } from '#contract/read-portfolio';
import type { Call } from '../call.ts';
import { formatOf } from '../format.ts';
import { Failed, Loading } from '../states.tsx';
import { useReading, type Reading } from '../use-reading.ts';
import { Filters } from './filters.tsx';
import { PortfolioTabs } from './portfolio-tabs.tsx';
import { FreshnessLine } from './refresh/freshness-view.tsx';
import { useRefresh } from './refresh/use-refresh.ts';
import { everything, inputOf, isFiltered, nothingOffered, type Offered } from './selection.ts';

interface PortfolioViewProps {
  readonly call: Call;
  readonly context: {
    readonly user: { readonly locale?: string };
    readonly portal: { readonly id: number; readonly timezone: string };
  };
}

/** The filters stay while numbers load or fail, so what the last answer offered is kept. */
function useOffered(reading: Reading<Portfolio>): Offered {
  const known = useRef<Offered>(nothingOffered);
  if (reading.state === 'ready') known.current = reading.value;
  return known.current;
}

export const PortfolioView = ({ call, context: { user, portal } }: PortfolioViewProps) => {
  const [selection, select] = useState(everything);
  const { reading, retry } = useReading(JSON.stringify(selection), () =>
    call('read_portfolio', inputOf(portal.id, selection)),
  );
  // Each opening of the page is a worker of its own: a step that an earlier one left behind may still be running, and
  // only its lease keeps the two apart.
  const [worker] = useState(() => crypto.randomUUID());
  const refresh = useRefresh(
    (want) => call('refresh_portfolio', { portalId: portal.id, worker, want }),
    retry,
  );
  const offered = useOffered(reading);
  const format = formatOf({ locale: user.locale, timeZone: portal.timezone });
  const problem = reading.state === 'failed' ? reading.problem : null;
  const busy = reading.state === 'ready' && reading.refreshing;
  const filters = { selection, select, offered, problem, busy, format };
  return (
    <Flex direction="column" gap="lg">
      {reading.state === 'ready' && (
        <FreshnessLine portfolio={reading.value} refresh={refresh} format={format} />
      )}
      <Filters {...filters} />
      {reading.state === 'loading' && <Loading label="Counting the portfolio" />}
      {problem && <Failed problem={problem} retry={retry} />}
      {reading.state === 'ready' && (
        <PortfolioTabs
          portfolio={reading.value}
          portalId={portal.id}
          filtered={isFiltered(selection)}
          format={format}
        />
      )}
    </Flex>
  );
};
