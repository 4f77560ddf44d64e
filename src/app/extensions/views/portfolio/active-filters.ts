import type { LandmarkChoice } from '#contract/read-portfolio';
import { lifeCycleStageLabels, roleLabels, tierLabels } from '#domain/vocabulary';
import type { Format } from '../format.ts';
import { creditModelLabels, labelIn, routeLabels, stratumLabels } from '../words.ts';
import { chosenKeys, type Offered, type Selection } from './selection.ts';

type Named = readonly { readonly id: string; readonly label: string }[];

const nameIn = (named: Named, id: string): string => named.find((one) => one.id === id)?.label ?? id;
const namesIn = (named: Named, ids: readonly string[]): string =>
  ids.map((id) => nameIn(named, id)).join(', ');

function landmarkText(landmark: LandmarkChoice, { offered }: Offered): string {
  switch (landmark.kind) {
    case 'none':
      return 'No comparison';
    case 'day':
      return `Day ${landmark.day} after creation`;
    case 'stage':
      return nameIn(offered.landmarks, landmark.stageId);
  }
}

/** Each choice in words: "Region: Germany, France". */
const texts: {
  readonly [Key in keyof Selection]: (
    value: NonNullable<Selection[Key]>,
    known: { readonly offered: Offered; readonly format: Format },
  ) => string;
} = {
  from: (day, { format }) => `From ${format.day(day)}`,
  to: (day, { format }) => `To ${format.day(day)}`,
  pipelines: (ids, { offered }) => `Pipeline: ${namesIn(offered.pipelines, ids)}`,
  owners: (ids, { offered }) => `Owner: ${namesIn(offered.offered.owners, ids)}`,
  regions: (values) => `Region: ${values.join(', ')}`,
  industries: (values) => `Industry: ${values.join(', ')}`,
  sizeBands: (values) => `Employees: ${values.join(', ')}`,
  tier: (tier) => `Tier: ${labelIn(tierLabels, tier)}`,
  role: (role) => `Role: ${labelIn(roleLabels, role)}`,
  stage: (stage) => `Stage: ${labelIn(lifeCycleStageLabels, stage)}`,
  routeToMarket: (route) => `Route: ${labelIn(routeLabels, route)}`,
  landmark: (landmark, { offered }) => `Compared from: ${landmarkText(landmark, offered)}`,
  strata: (factors) =>
    `Like with like by: ${factors.map((factor) => stratumLabels[factor].toLowerCase()).join(', ')}`,
  creditModel: (model) => `Credit: ${creditModelLabels[model].toLowerCase()}`,
};

export interface ActiveFilter {
  readonly key: keyof Selection;
  readonly text: string;
}

export function activeFilters(selection: Selection, offered: Offered, format: Format): ActiveFilter[] {
  return chosenKeys(selection).map((key) => {
    const textOf = texts[key] as (value: unknown, known: { offered: Offered; format: Format }) => string;
    return { key, text: textOf(selection[key], { offered, format }) };
  });
}
