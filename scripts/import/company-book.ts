import type { PartnerType } from '#domain/vocabulary';
import type { CompanyRecord } from './dataset.ts';
import { keyOf } from './headings.ts';

/** HubSpot's own record ids have eleven or twelve digits: made ones stay clear of them. */
const firstMadeId = 900_000_000_000_000;

/** The companies of a load: those of the file, and those that a deal or a tag needs and the file lacks. */
export class CompanyBook {
  readonly #companies = new Map<string, CompanyRecord>();
  readonly #idsByName = new Map<string, string[]>();
  readonly created: CompanyRecord[] = [];
  /** Companies that act as partners and had no partner type: it is set to `other`. */
  readonly madePartners: CompanyRecord[] = [];
  #lastMadeId = firstMadeId;

  constructor(companies: readonly CompanyRecord[]) {
    for (const company of companies) this.#add(company);
  }

  all(): readonly CompanyRecord[] {
    return [...this.#companies.values()];
  }

  nameOf(id: string): string {
    return this.#companies.get(id)?.properties['name'] ?? id;
  }

  partnerTypeOf(id: string): PartnerType | null {
    return (this.#companies.get(id)?.properties['partner_type'] ?? null) as PartnerType | null;
  }

  /** The company of an id; where the files lack it, it is made with the name, or else with the id as its name. */
  ensure(id: string, name: string | undefined): string {
    if (!this.#companies.has(id)) this.#create(id, name ?? id);
    return id;
  }

  /** The ids of the companies of a name, whatever the case and the punctuation. */
  idsNamed(name: string): readonly string[] {
    return this.#idsByName.get(keyOf(name)) ?? [];
  }

  /** The first company of a name, made where there is none. */
  named(name: string): string {
    const [id] = this.idsNamed(name);
    if (id !== undefined) return id;
    do this.#lastMadeId += 1;
    while (this.#companies.has(String(this.#lastMadeId)));
    return this.#create(String(this.#lastMadeId), name);
  }

  makePartner(id: string): void {
    const company = this.#companies.get(id);
    if (company === undefined || this.partnerTypeOf(id) !== null) return;
    company.properties['partner_type'] = 'other';
    this.madePartners.push(company);
  }

  #create(id: string, name: string): string {
    const company = { id, properties: { name } };
    this.#add(company);
    this.created.push(company);
    return id;
  }

  #add(company: CompanyRecord): void {
    this.#companies.set(company.id, company);
    const key = keyOf(company.properties['name'] ?? '');
    const ids = this.#idsByName.get(key);
    if (ids === undefined) this.#idsByName.set(key, [company.id]);
    else ids.push(company.id);
  }
}
