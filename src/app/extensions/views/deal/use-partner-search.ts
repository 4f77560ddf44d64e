import { useDebounce } from '@hubspot/ui-extensions';
import { useEffect, useRef, useState } from 'react';
import type { ProblemMessage } from '#contract/envelope';
import type { FoundPartners } from '#contract/find-partner';
import type { Call } from '../call.ts';

export type PartnerSearch =
  | { readonly state: 'idle' }
  | { readonly state: 'searching' }
  | { readonly state: 'found'; readonly found: FoundPartners }
  | { readonly state: 'failed'; readonly problem: ProblemMessage };

const shortestQuery = 2;
const pauseMs = 250;

/** Searches once the typing pauses. An answer that a later search has overtaken is dropped. */
export function usePartnerSearch(call: Call, portalId: number, typed: string) {
  const [search, setSearch] = useState<PartnerSearch>({ state: 'idle' });
  const latest = useRef(0);
  const query = useDebounce(typed.trim(), pauseMs);
  const run = async () => {
    const request = ++latest.current;
    if (query.length < shortestQuery) return setSearch({ state: 'idle' });
    setSearch({ state: 'searching' });
    const reply = await call('find_partner', { portalId, query });
    if (request !== latest.current) return;
    setSearch(
      reply.ok ? { state: 'found', found: reply.value } : { state: 'failed', problem: reply.problem },
    );
  };
  useEffect(() => {
    void run();
    return () => {
      latest.current += 1;
    };
  }, [query]);
  return { search, again: () => void run() };
}
