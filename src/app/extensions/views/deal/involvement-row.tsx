import { Accordion, Flex, StatusTag, Tag, Text, Tile } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { InvolvementView } from '#contract/involvement';
import {
  exitReasonLabels,
  involvementStatusLabels,
  lifeCycleStageLabels,
  roleLabels,
  tierLabels,
  type InvolvementStatus,
} from '#domain/vocabulary';
import type { Call } from '../call.ts';
import type { Format } from '../format.ts';
import { labelIn } from '../words.ts';
import { EditTag } from './edit-tag.tsx';
import { ExitTag } from './exit-tag.tsx';
import { ReviewTag } from './review-tag.tsx';
import { RowActions, type OpenForm } from './row-actions.tsx';
import type { Deal } from './use-deal.ts';

export interface RowProps {
  readonly call: Call;
  readonly deal: Deal;
  readonly format: Format;
  readonly involvement: InvolvementView;
  readonly today: string;
  readonly mayReview: boolean;
  /** No other partner is the origin of the deal. */
  readonly originFree: boolean;
}

const statusVariants = {
  proposed: 'info',
  confirmed: 'success',
  disputed: 'warning',
  rejected: 'danger',
} as const satisfies Record<InvolvementStatus, string>;

const Head = ({ involvement }: Pick<RowProps, 'involvement'>) => (
  <Flex gap="xs" align="center" wrap>
    <Text format={{ fontWeight: 'bold' }}>{involvement.partnerName}</Text>
    <Tag>{labelIn(tierLabels, involvement.tier)}</Tag>
    {involvement.origin && <Tag variant="info">Origin</Tag>}
    <StatusTag variant={statusVariants[involvement.status]}>
      {labelIn(involvementStatusLabels, involvement.status)}
    </StatusTag>
  </Flex>
);

const listed = (
  title: string,
  values: readonly string[],
  labels: Readonly<Record<string, string>>,
): string =>
  values.length === 0 ? '' : `${title}: ${values.map((value) => labelIn(labels, value)).join(', ')}`;

function factsOf({ involvement, format }: Pick<RowProps, 'involvement' | 'format'>): string[] {
  const { enteredOn, exitedOn, exitReason, share, evidence, imported } = involvement;
  const tagged = `Tagged ${format.dayAt(involvement.taggedAt)}`;
  return [
    listed('Role', involvement.roles, roleLabels),
    listed('Stages', involvement.stages, lifeCycleStageLabels),
    enteredOn ? `Entered ${format.day(enteredOn)}` : 'Entry day not stated',
    exitedOn
      ? `Exited ${format.day(exitedOn)}${exitReason ? `: ${exitReasonLabels[exitReason].toLowerCase()}` : ''}`
      : '',
    share === null ? '' : `Agreed share ${format.percent(share / 100)}`,
    evidence ? `Evidence: ${evidence}` : '',
    involvement.statusReason ? `Reason: ${involvement.statusReason}` : '',
    imported ? `${tagged}, imported` : `${tagged} by ${involvement.taggedBy || 'unknown'}`,
  ].filter((fact) => fact !== '');
}

const TagHistory = ({ involvement, format }: Pick<RowProps, 'involvement' | 'format'>) =>
  involvement.history.length > 0 && (
    <Accordion title={`History of this tag (${involvement.history.length})`} size="xs" defaultOpen={false}>
      <Flex direction="column" gap="xs">
        {involvement.history.map((entry, index) => (
          <Text key={index} variant="microcopy">
            {`${format.instant(entry.at)} · ${entry.by} · ${entry.what}`}
          </Text>
        ))}
      </Flex>
    </Accordion>
  );

export const InvolvementRow = (props: RowProps) => {
  const [form, setForm] = useState<OpenForm>(null);
  const close = () => setForm(null);
  return (
    <Tile compact>
      <Flex direction="column" gap="xs">
        <Head involvement={props.involvement} />
        <Flex direction="column" gap="flush">
          {factsOf(props).map((fact) => (
            <Text key={fact} variant="microcopy">
              {fact}
            </Text>
          ))}
        </Flex>
        <RowActions {...props} form={form} setForm={setForm} />
        {(form === 'dispute' || form === 'reject') && (
          <ReviewTag key={form} {...props} decision={form} close={close} />
        )}
        {form === 'edit' && <EditTag {...props} close={close} />}
        {form === 'exit' && <ExitTag {...props} close={close} />}
        <TagHistory {...props} />
      </Flex>
    </Tile>
  );
};
