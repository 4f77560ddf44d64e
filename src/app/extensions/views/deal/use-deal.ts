import { useRef, useState } from 'react';
import type { ProblemMessage, Reply } from '#contract/envelope';
import type { Actor, ChangedInvolvement, SchemaAddress } from '#contract/involvement';
import type { DealCard } from '#contract/read-deal-card';
import type { Call } from '../call.ts';
import { useReading, type Reading } from '../use-reading.ts';
import { withChange } from './with-change.ts';

/** What every message about this deal carries. */
export interface DealContext {
  readonly portalId: number;
  readonly dealId: string;
  readonly actor: Actor;
  readonly schema?: SchemaAddress;
}

type Send = (context: DealContext) => Promise<Reply<ChangedInvolvement>>;

/** One change of the deal's tags. `key` names the control, so that progress and refusal show there. */
export interface Change {
  readonly key: string;
  /** The involvement that leaves the card, where the change takes one away. */
  readonly removes?: string;
  readonly send: Send;
  readonly said: string;
  /** The change that takes it back, given what the server answered. */
  readonly undo?: (changed: ChangedInvolvement) => Change | null;
}

interface Notice {
  readonly sentence: string;
  readonly undo: Change | null;
}

export interface Deal {
  readonly reading: Reading<DealCard>;
  readonly reload: () => void;
  /** Key of the control whose change is on its way. */
  readonly saving: string | null;
  readonly refused: { readonly key: string; readonly problem: ProblemMessage } | null;
  readonly notice: Notice | null;
  readonly mirrorBehind: boolean;
  /** Resolves to true once the change is saved. A second change waits for nobody: it is not started. */
  readonly change: (change: Change) => Promise<boolean>;
}

export function useDeal(call: Call, context: Omit<DealContext, 'schema'>, onSaved: () => void): Deal {
  const { portalId, dealId } = context;
  const { reading, retry, refresh, update } = useReading(`${portalId} ${dealId}`, () =>
    call('read_deal_card', { portalId, dealId }),
  );
  const [saving, setSaving] = useState<string | null>(null);
  const [refused, setRefused] = useState<Deal['refused']>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [mirrorBehind, setMirrorBehind] = useState(false);
  const underWay = useRef(false);
  const schema = reading.state === 'ready' ? { schema: reading.value.schema } : {};
  const change = async (wanted: Change): Promise<boolean> => {
    if (underWay.current) return false;
    underWay.current = true;
    setRefused(null);
    setSaving(wanted.key);
    const reply = await wanted.send({ ...context, ...schema });
    underWay.current = false;
    setSaving(null);
    if (!reply.ok) {
      setRefused({ key: wanted.key, problem: reply.problem });
      return false;
    }
    update((card) => withChange(card, reply.value, wanted.removes));
    setMirrorBehind(reply.value.mirror === 'behind');
    setNotice({ sentence: wanted.said, undo: wanted.undo?.(reply.value) ?? null });
    onSaved();
    refresh();
    return true;
  };
  const reload = () => {
    setRefused(null);
    setNotice(null);
    retry();
  };
  return { reading, reload, saving, refused, notice, mirrorBehind, change };
}
