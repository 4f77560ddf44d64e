import { AutoGrid, Flex, Heading, Input, MultiSelect, Select, Text, TextArea } from '@hubspot/ui-extensions';
import type { CreditModel } from '#domain/credit';
import type { StratumFactor } from '#domain/settings';
import { tierLabels, tiers } from '#domain/vocabulary';
import { creditModelLabels, optionsOf, stratumLabels } from '../words.ts';
import { faultAt, MoneySetting, NumberSetting, WeightSetting, type Fields } from './fields.tsx';
import { countedPipelines } from './life-cycle-map.tsx';

export const CountedDeals = ({ draft, faults, pipelines }: Fields) => (
  <Flex direction="column" gap="sm">
    <Heading>What counts</Heading>
    <Input
      name="homeCurrency"
      label="Home currency"
      description="Three letters, as in HubSpot's account defaults: EUR"
      required
      value={draft.shown.homeCurrency}
      onInput={(homeCurrency) => draft.type({ homeCurrency })}
      onChange={(homeCurrency) => draft.set({ homeCurrency })}
      {...faultAt(faults, 'homeCurrency')}
    />
    <MultiSelect
      name="pipelines"
      label="Pipelines that count"
      description="Leave empty for all."
      placeholder="All pipelines"
      options={pipelines.map(({ id, label }) => ({ value: id, label }))}
      value={[...draft.shown.pipelines]}
      onChange={(chosen) => draft.set({ pipelines: chosen.map(String) })}
      {...faultAt(faults, 'pipelines')}
    />
  </Flex>
);

const noLandmark = '';

export const FairComparison = (fields: Fields) => {
  const { draft, faults } = fields;
  const stages = countedPipelines(fields).flatMap((pipeline) =>
    pipeline.stages
      .filter(({ closed }) => !closed)
      .map(({ id, label }) => ({ value: id, label: `${pipeline.label}: ${label}` })),
  );
  return (
    <Flex direction="column" gap="sm">
      <Heading>Fair comparison</Heading>
      <Text>Deals with and without a partner are compared from the day on which they enter one stage.</Text>
      <Select
        name="landmarkStage"
        label="Landmark stage"
        description="A partner counts only if it was tagged by the time the deal entered this stage."
        options={[{ value: noLandmark, label: 'The first stage that stands for Evaluate' }, ...stages]}
        value={draft.shown.landmarkStage ?? noLandmark}
        onChange={(chosen) => draft.set({ landmarkStage: chosen === noLandmark ? null : String(chosen) })}
        {...faultAt(faults, 'landmarkStage')}
      />
      <MultiSelect
        name="strata"
        label="Compare like with like, by"
        description="At most three: every one more leaves fewer deals to compare."
        options={optionsOf(stratumLabels)}
        value={[...draft.shown.strata]}
        onChange={(strata) => draft.set({ strata: strata as StratumFactor[] })}
        {...faultAt(faults, 'strata')}
      />
    </Flex>
  );
};

export const Credit = ({ draft, faults }: Fields) => (
  <Flex direction="column" gap="sm">
    <Heading>Credit</Heading>
    <Select
      name="creditModel"
      label="How a deal is split among its confirmed partners"
      options={optionsOf(creditModelLabels)}
      value={draft.shown.creditModel}
      onChange={(creditModel) => draft.set({ creditModel: creditModel as CreditModel })}
      {...faultAt(faults, 'creditModel')}
    />
    {draft.shown.creditModel === 'maturity' && (
      <AutoGrid columnWidth={160} gap="sm" flexible>
        {tiers.map((tier) => (
          <WeightSetting
            key={tier}
            draft={draft}
            faults={faults}
            tier={tier}
            label={`Weight: ${tierLabels[tier]}`}
          />
        ))}
      </AutoGrid>
    )}
  </Flex>
);

export const Money = ({ draft, faults }: Fields) => (
  <Flex direction="column" gap="sm">
    <Heading>Targets and costs, per year</Heading>
    <Text>Leave empty what you do not know: the numbers that need it then say so.</Text>
    <MoneySetting
      draft={draft}
      faults={faults}
      field="pipelineTarget"
      named="pipelineTargetMinor"
      label="Target: open partner pipeline"
      description="For the pipeline coverage ratio."
    />
    <MoneySetting
      draft={draft}
      faults={faults}
      field="programCost"
      named="programCostMinor"
      label="Cost of the partner program"
      description="People, tools, rebates, market development."
    />
    <MoneySetting
      draft={draft}
      faults={faults}
      field="directCost"
      named="directCostMinor"
      label="Cost of direct selling"
      description="For the comparison of cost per unit of new revenue."
    />
    <NumberSetting
      draft={draft}
      faults={faults}
      field="grossMarginPercent"
      named="grossMargin"
      label="Gross margin, in percent"
      description="0 to 100"
    />
  </Flex>
);

export const Rules = ({ draft, faults }: Fields) => (
  <Flex direction="column" gap="sm">
    <Heading>Rules</Heading>
    <NumberSetting
      draft={draft}
      faults={faults}
      field="fullStackFunctions"
      label="Functions that make a deal full-stack"
      description="Of sell, technology, implementation and run: 1 to 4"
    />
    <NumberSetting
      draft={draft}
      faults={faults}
      field="ladderDeals"
      label="Confirmed deals that make a ladder level"
      description="In twelve months"
    />
    <NumberSetting
      draft={draft}
      faults={faults}
      field="activationDays"
      label="Days in which a new partner should have its first deal"
      description="From the day of its onboarding"
    />
    <TextArea
      name="confirmers"
      label="Who may confirm and dispute tags"
      description="One e-mail address per line. Leave empty for everybody. HubSpot does not prove to the app who is calling: this keeps the process tidy, it is no access control."
      rows={4}
      value={draft.shown.confirmers}
      onInput={(confirmers) => draft.type({ confirmers })}
      onChange={(confirmers) => draft.set({ confirmers })}
      {...faultAt(faults, 'confirmers')}
    />
  </Flex>
);
