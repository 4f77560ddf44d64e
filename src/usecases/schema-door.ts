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
