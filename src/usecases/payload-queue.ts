import type { Payload, Payloads, PortfolioStore } from './crm/portfolio.ts';

/** Payloads of keys, to be taken in their order: one answer of them is in memory at a time. */
export class PayloadQueue {
  readonly #door: Pick<PortfolioStore, 'payloads' | 'releasePayloads'>;
  readonly #perRead: number;
  #left: readonly string[];
  #held: Payloads = new Map();

  constructor(
    door: Pick<PortfolioStore, 'payloads' | 'releasePayloads'>,
    keys: readonly string[],
    perRead: number,
  ) {
    this.#door = door;
    this.#perRead = perRead;
    this.#left = keys;
  }

  /** Undefined where there is none. Throws `out_of_time` after `until`. */
  async take(key: string, until: number | null): Promise<Payload | undefined> {
    while (!this.#held.has(key) && this.#left.includes(key)) await this.read(until);
    return this.#held.get(key);
  }

  /** The next answer, which `take` otherwise waits for. Those before are gone. */
  async read(until: number | null): Promise<void> {
    this.release();
    if (this.#left.length === 0) return;
    this.#held = await this.#door.payloads(this.#left.slice(0, this.#perRead), until);
    this.#left = this.#left.slice(this.#perRead);
  }

  release(): void {
    this.#door.releasePayloads(this.#held);
    this.#held = new Map();
  }
}
