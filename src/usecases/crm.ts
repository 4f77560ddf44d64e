import type { SchemaAddress } from '#contract/involvement';
import type { Problem } from '#contract/problem';
import type { DealMirror } from '#domain/deal-mirror';
import type { Involvement, NewInvolvement } from '#domain/involvement';
import type { CompanyRow, DealRow, InvolvementRow } from '#domain/rows';
import type { ProgramSettings } from '#domain/settings';
import type { PortfolioDoor } from './crm/portfolio.ts';

/** What the use cases need of a CRM. Ids are the CRM's own; what does not exist is null or absent. */
export interface Crm {
  readonly portalId: number;

  /** Throws `not_installed` where the settings record is missing. */
  installed(): Promise<Installed>;
  /** Last write wins: HubSpot has no compare-and-set. */
  saveInstalled(installed: Installed): Promise<void>;
  pipelines(): Promise<readonly Pipeline[]>;
  /** Who can own a deal, by name; empty where the app may not ask. */
  owners(): Promise<readonly Owner[]>;

  /** From the primary store, never from the search index. */
  deal(id: string): Promise<Deal | null>;
  /** The deal's own copy of its tags. Null: written; else why not, as a value, because the tag itself is safe. */
  writeMirror(dealId: string, mirror: DealMirror): Promise<Problem | null>;

  involvements(ids: readonly string[]): Promise<readonly Involvement[]>;
  involvementOf(dealId: string, partnerId: string): Promise<Involvement | null>;
  removedInvolvement(id: string): Promise<RemovedInvolvement | null>;
  /** The new record's id; null where this deal and partner have a tag already. */
  createInvolvement(involvement: NewInvolvement, address: SchemaAddress): Promise<string | null>;
  /** Writes what differs. */
  updateInvolvement(before: Involvement, after: Involvement): Promise<void>;
  removeInvolvement(id: string): Promise<void>;

  companies(ids: readonly string[]): Promise<readonly Company[]>;
  findPartners(
    query: string,
    limit: number,
  ): Promise<{ readonly partners: readonly Company[]; readonly total: number }>;

  /** Found by search: what was written a moment ago may be missing. */
  involvementsOfAccounts(ids: readonly string[]): Promise<Found<Involvement>>;
  /** Those of the company's own deals and those in which it is the partner. Of more than `most` only some, at once. */
  involvementsWith(companyId: string, most?: number): Promise<Found<Involvement>>;
  involvementsOfDeals(ids: readonly string[]): Promise<Found<Involvement>>;
  dealsOfCompany(id: string, reading: DealReading, most?: number): Promise<Found<DealRow>>;
  deals(ids: readonly string[], reading: DealReading): Promise<readonly DealRow[]>;

  /** Walks over everything, page by page, until done or until the instant `until`. */
  walkDeals(reading: DealReading, add: (row: DealRow) => void, until: number | null): Promise<Walk>;
  walkInvolvements(add: (row: InvolvementRow) => void, until: number | null): Promise<Walk>;
  walkCompanies(add: (row: CompanyRow) => void, until: number | null): Promise<Walk>;
  countDeals(): Promise<number>;

  readonly portfolio: PortfolioDoor;
  readonly schema: SchemaDoor;
}

/** The record that the install writes: the settings and where our objects live. */
export interface Installed {
  readonly settings: ProgramSettings;
  readonly version: number;
  readonly savedAt: number | null;
  readonly savedBy: string | null;
  readonly address: SchemaAddress;
}

export interface Deal {
  readonly id: string;
  readonly outcome: 'open' | 'won' | 'lost';
  readonly createdAt: number | null;
  readonly closeAt: number | null;
  readonly stage: string;
  readonly primaryCompanyId: string | null;
  readonly companyIds: readonly string[];
  readonly involvementIds: readonly string[];
  readonly mirror: DealMirror;
}

export interface RemovedInvolvement {
  readonly involvement: Involvement;
  readonly removedAt: number | null;
}

export interface Company extends CompanyRow {
  readonly domain: string | null;
}

export interface Owner {
  readonly id: string;
  readonly label: string;
}

export interface Pipeline {
  readonly id: string;
  readonly label: string;
  readonly stages: readonly PipelineStage[];
}

interface PipelineStage {
  readonly id: string;
  readonly label: string;
  readonly outcome: 'open' | 'won' | 'lost';
}

/** How deals are read: the currency of the amounts, and the deal stages whose dates count. */
export interface DealReading {
  readonly homeCurrency: string;
  readonly stages: readonly string[];
  /** Outcome per deal stage, for deals that do not state theirs. */
  readonly outcomes: Readonly<Record<string, DealRow['outcome']>>;
}

/** `complete` is false where more match than a search can give (10,000). */
export interface Found<Row> {
  readonly rows: readonly Row[];
  readonly complete: boolean;
}

export interface Walk {
  readonly read: number;
  readonly complete: boolean;
}

/** What the install needs of a CRM. `objectType` is `deals`, `companies`, or a custom object's name of ours. */
export interface SchemaDoor {
  /** Custom objects that exist: name to object type id (`2-123`). */
  objects(): Promise<ReadonlyMap<string, string>>;
  createObject(definition: ObjectDefinition): Promise<string>;
  /** Property names that exist, with the values that an enumeration allows. */
  properties(objectType: string): Promise<ReadonlyMap<string, readonly string[]>>;
  createProperties(objectType: string, definitions: readonly PropertyDefinition[]): Promise<void>;
  /** Replaces the options of an enumeration. */
  setOptions(objectType: string, name: string, options: readonly Option[]): Promise<void>;
  groups(objectType: string): Promise<readonly string[]>;
  createGroup(objectType: string, name: string, label: string): Promise<void>;
  associations(from: string, to: string): Promise<readonly AssociationType[]>;
  createLabel(from: string, to: string, name: string, label: string): Promise<AssociationType>;
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface PropertyDefinition {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly kind: 'text' | 'long_text' | 'number' | 'date' | 'instant' | 'yes_no' | 'choice' | 'choices';
  readonly options?: readonly Option[];
  readonly unique?: true;
}

export interface ObjectDefinition {
  readonly name: string;
  readonly singular: string;
  readonly plural: string;
  readonly primary: string;
  readonly secondary: readonly string[];
  readonly searchable: readonly string[];
  readonly required: readonly string[];
  readonly properties: readonly PropertyDefinition[];
  /** Standard objects whose records ours may be associated with. */
  readonly associated: readonly ('deals' | 'companies')[];
}

/** One kind of association; `label` null is the plain one. */
export interface AssociationType {
  readonly typeId: number;
  readonly label: string | null;
}
