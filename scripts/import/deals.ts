import { isoOf } from './companies.ts';
import type { Row, Table } from './csv.ts';
import type { DealRecord, NamedStage, Properties } from './dataset.ts';
import type { DateOrder } from './dates.ts';
import { dealHeadings, dealProperties } from './headings.ts';
import type { Issue } from './issue.ts';
import { idsOf, recordIdOf, refuseDuplicates } from './record-ids.ts';
import { instantOf, numberOf, readRows, refuse, sheetOf, textOf, type Sheet } from './sheet.ts';
import { outcomeOf, stageFactOf, wordOutcomeOf, type NamedOutcome, type StageFact } from './stages.ts';
import { toAnswer } from './words.ts';

/** A deal as its row says it: companies may be known by name only. */
export interface DealRead extends DealRecord {
  readonly line: number;
  readonly outcome: NamedOutcome;
  readonly probability: number | null;
  /** Names beside the company ids, or instead of them. */
  readonly companyNames: readonly string[];
}

export interface DealsRead {
  readonly deals: readonly DealRead[];
  readonly stages: readonly NamedStage[];
  /** Stages that the file has a column of entry dates for, as the headings name them. */
  readonly datedStages: readonly string[];
  readonly issues: readonly Issue[];
  readonly unused: readonly string[];
}

export function readDeals(table: Table, dateOrder: DateOrder | null): DealsRead {
  const sheet = sheetOf(table, {
    kind: 'deal',
    properties: dealProperties,
    aliases: dealHeadings,
    required: [['hs_object_id'], ['dealstage'], ['createdate']],
    dateOrder,
    special: (heading) => (stageFactOf(heading) === null ? null : heading),
  });
  const columns = stageColumns(sheet);
  const { values, issues } = readRows(sheet, (row) => toDeal(sheet, columns, row));
  refuseDuplicates(sheet, values);
  const datedStages = columns.filter(({ fact }) => fact === 'entered').map(({ stage }) => stage);
  return { deals: values, stages: stagesOf(values), datedStages, issues, unused: sheet.unused };
}

interface StageColumn {
  readonly heading: string;
  readonly fact: StageFact;
  readonly stage: string;
}

const stageColumns = (sheet: Sheet): readonly StageColumn[] =>
  [...sheet.indexOf.keys()].flatMap((heading) => {
    const said = stageFactOf(heading);
    return said === null ? [] : [{ heading, ...said }];
  });

function toDeal(sheet: Sheet, columns: readonly StageColumn[], row: Row): DealRead {
  const stage = textOf(sheet, row, 'dealstage');
  if (stage === '') refuse(sheet, 'dealstage', stage, 'is empty. Every deal needs its stage.');
  const outcome = outcomeOf(stage, (property) => textOf(sheet, row, property));
  const names = [
    textOf(sheet, row, 'primary_company_name'),
    ...textOf(sheet, row, 'company_names').split(';'),
  ];
  const companyIds = idsOf(sheet, row, 'company_ids');
  const primary = idsOf(sheet, row, 'hs_primary_associated_company')[0] ?? companyIds[0] ?? null;
  return {
    line: row.line,
    id: recordIdOf(sheet, row, 'hs_object_id'),
    pipeline: textOf(sheet, row, 'pipeline'),
    stage,
    outcome,
    probability: probabilityOf(sheet, row),
    properties: propertiesOf(sheet, row, outcome),
    stageEntered: enteredOf(sheet, columns, row),
    timeInStage: timeOf(sheet, columns, row),
    owner: textOf(sheet, row, 'hubspot_owner_id') || null,
    primaryCompanyId: primary,
    otherCompanyIds: companyIds.filter((id) => id !== primary),
    companyNames: names.map((name) => name.trim()).filter((name) => name !== ''),
    answer: answerOf(sheet, row),
  };
}

function propertiesOf(sheet: Sheet, row: Row, outcome: NamedOutcome): Properties {
  const created = instantOf(sheet, row, 'createdate');
  if (created === null) refuse(sheet, 'createdate', '', 'is empty. Every deal needs its create date.');
  const closed = instantOf(sheet, row, 'closedate');
  if (closed === null && outcome !== null && outcome !== 'open') {
    refuse(sheet, 'closedate', '', 'is empty, but the deal is closed. Export the close date as well.');
  }
  const currency = currencyOf(sheet, row);
  const properties: Properties = {
    dealname: textOf(sheet, row, 'dealname') || textOf(sheet, row, 'hs_object_id'),
    createdate: isoOf(created),
    closedate: isoOf(closed),
    amount: numberText(sheet, row, 'amount'),
    amount_in_home_currency: numberText(sheet, row, 'amount_in_home_currency'),
    deal_currency_code: currency,
    dealtype: dealTypeOf(textOf(sheet, row, 'dealtype')),
    closed_lost_reason: textOf(sheet, row, 'closed_lost_reason') || null,
    hs_deal_stage_probability: probabilityOf(sheet, row)?.toString() ?? null,
  };
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
}

const numberText = (sheet: Sheet, row: Row, property: string): string | null =>
  numberOf(sheet, row, property)?.toString() ?? null;

function currencyOf(sheet: Sheet, row: Row): string | null {
  const text = textOf(sheet, row, 'deal_currency_code');
  if (text === '') return null;
  const code = text.toUpperCase();
  if (!/^[A-Z]{3}$/.test(code)) refuse(sheet, 'deal_currency_code', text, 'is no currency code like EUR.');
  return code;
}

/** HubSpot's two default deal types are exported by label; others are kept as they are written. */
const dealTypeOf = (text: string): string | null =>
  text === '' ? null : /^(new|existing) ?business$/i.test(text) ? text.toLowerCase().replace(' ', '') : text;

/** `0.4`, `40 %` and `40` are the same probability. */
function probabilityOf(sheet: Sheet, row: Row): number | null {
  const property = 'hs_deal_stage_probability';
  const text = textOf(sheet, row, property);
  if (text === '') return null;
  const number = Number(text.replace('%', '').replace(',', '.').trim());
  const share = text.includes('%') || number > 1 ? number / 100 : number;
  if (!(share >= 0 && share <= 1)) refuse(sheet, property, text, 'is no probability between 0 and 1.');
  return share;
}

function enteredOf(sheet: Sheet, columns: readonly StageColumn[], row: Row): ReadonlyMap<string, number> {
  const entered = new Map<string, number>();
  for (const { heading, fact, stage } of columns) {
    const at = fact === 'entered' ? instantOf(sheet, row, heading) : null;
    if (at !== null) entered.set(stage, at);
  }
  return new Map([...entered].sort(([, one], [, other]) => one - other));
}

function timeOf(sheet: Sheet, columns: readonly StageColumn[], row: Row): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { heading, fact, stage } of columns) {
    const ms = fact === 'timeIn' ? numberOf(sheet, row, heading) : null;
    if (ms !== null) times.set(stage, ms);
  }
  return times;
}

function answerOf(sheet: Sheet, row: Row): DealRead['answer'] {
  const text = textOf(sheet, row, 'partner_answer');
  if (text === '') return 'unanswered';
  const answer = toAnswer(text);
  if (answer === null) refuse(sheet, 'partner_answer', text, 'is no answer. Use none, tagged or unanswered.');
  return answer;
}

/** Every stage that the deals name, as their own or as one that they passed, with what the rows say about it. */
function stagesOf(deals: readonly DealRead[]): readonly NamedStage[] {
  const stages = new Map<string, NamedStage>();
  const add = (named: NamedStage): void => {
    const key = `${named.pipeline}\n${named.stage}`;
    const known = stages.get(key);
    if (known === undefined || (known.outcome === 'open' && known.probability === null))
      stages.set(key, named);
  };
  for (const { pipeline, stage, outcome, probability, stageEntered } of deals) {
    // The stages that a deal passed, in their order; new pipelines keep it.
    for (const passed of stageEntered.keys()) {
      add({ pipeline, stage: passed, outcome: wordOutcomeOf(passed) ?? 'open', probability: null });
    }
    add({ pipeline, stage, outcome: outcome ?? 'open', probability });
  }
  return [...stages.values()];
}
