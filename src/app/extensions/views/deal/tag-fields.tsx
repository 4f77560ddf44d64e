import { Checkbox, DateInput, MultiSelect, NumberInput, Select, TextArea } from '@hubspot/ui-extensions';
import type { ProblemMessage } from '#contract/envelope';
import {
  evidenceTypeLabels,
  lifeCycleStageLabels,
  roleLabels,
  tierLabels,
  tierMeanings,
  type EvidenceType,
  type LifeCycleStage,
  type Role,
  type Tier,
} from '#domain/vocabulary';
import { toBaseDate, toIsoDay } from '../dates.ts';
import type { Draft } from '../use-draft.ts';
import { optionsOf } from '../words.ts';
import type { TagDraft } from './draft.ts';

interface Fields {
  readonly draft: Draft<TagDraft>;
  readonly today: string;
  /** What the server refused, shown at its field. */
  readonly problem: ProblemMessage | null;
}

const faultAt = (problem: ProblemMessage | null, ...fields: string[]) =>
  problem?.field !== undefined && fields.includes(problem.field.replace(/^change\./, ''))
    ? { error: true, validationMessage: problem.sentence }
    : {};

/** Who brought the deal is its origin, unless another partner is: choosing that tier says so, leaving it takes it back. */
const originWith = (tier: Tier, before: TagDraft, originFree: boolean): Partial<TagDraft> => {
  if (tier === 'source') return originFree ? { origin: true } : {};
  return before.tier === 'source' ? { origin: false } : {};
};

export const TierField = ({
  draft,
  problem,
  originFree,
}: Omit<Fields, 'today'> & { readonly originFree: boolean }) => (
  <Select
    name="tier"
    label="Tier"
    description={tierMeanings[draft.shown.tier]}
    options={optionsOf(tierLabels)}
    value={draft.shown.tier}
    onChange={(tier) =>
      draft.set({ tier: tier as Tier, ...originWith(tier as Tier, draft.now(), originFree) })
    }
    {...faultAt(problem, 'tier')}
  />
);

const WhenField = ({ draft, today, problem }: Fields) => (
  <DateInput
    name="enteredOn"
    label="Entered on"
    format="medium"
    max={toBaseDate(today)}
    maxValidationMessage="The entry date cannot lie in the future."
    value={toBaseDate(draft.shown.enteredOn)}
    onChange={(date) => draft.set({ enteredOn: toIsoDay(date) })}
    {...faultAt(problem, 'enteredOn')}
  />
);

const EvidenceFields = ({ draft, today, problem }: Fields) => (
  <>
    <TextArea
      name="evidence"
      label="Evidence"
      description="One line: how do you know? Needed where the date lies in the past."
      required={draft.shown.enteredOn < today}
      rows={2}
      maxLength={1000}
      value={draft.shown.evidence}
      onInput={(evidence) => draft.type({ evidence })}
      onChange={(evidence) => draft.set({ evidence })}
      {...faultAt(problem, 'evidence')}
    />
    <Select
      name="evidenceType"
      label="Kind of evidence"
      placeholder="Not stated"
      options={[{ label: 'Not stated', value: '' }, ...optionsOf(evidenceTypeLabels)]}
      value={draft.shown.evidenceType ?? ''}
      onChange={(kind) => draft.set({ evidenceType: kind === '' ? null : (kind as EvidenceType) })}
    />
  </>
);

export const ShareField = ({ draft, problem }: Omit<Fields, 'today'>) => (
  <NumberInput
    name="share"
    label="Agreed share of credit, in percent"
    description="Only where a share was negotiated."
    min={0}
    max={100}
    precision={2}
    {...(draft.shown.share === null ? {} : { value: draft.shown.share })}
    onChange={(share) => draft.set({ share: Number.isFinite(share) ? share : null })}
    {...faultAt(problem, 'share')}
  />
);

export const DetailFields = ({ draft, today, problem }: Fields) => (
  <>
    <Checkbox
      name="origin"
      checked={draft.shown.origin}
      description="At most one partner per deal"
      onChange={(origin) => draft.set({ origin })}
    >
      The deal came from this partner
    </Checkbox>
    <MultiSelect
      name="roles"
      label="What the partner does"
      options={optionsOf(roleLabels)}
      value={[...draft.shown.roles]}
      onChange={(roles) => draft.set({ roles: roles as Role[] })}
      {...faultAt(problem, 'roles')}
    />
    <MultiSelect
      name="stages"
      label="Life-cycle stages touched"
      options={optionsOf(lifeCycleStageLabels)}
      value={[...draft.shown.stages]}
      onChange={(stages) => draft.set({ stages: stages as LifeCycleStage[] })}
      {...faultAt(problem, 'stages')}
    />
    <WhenField draft={draft} today={today} problem={problem} />
    <EvidenceFields draft={draft} today={today} problem={problem} />
  </>
);
