import { realExchange, type Exchange } from './http-exchange.ts';

/** The instant at which a call starts, told to the bench's proxy so that the portal's clock agrees. */
export const simulatedNowHeader = 'x-simulated-now';

interface Event {
  readonly at: number;
  readonly happen: () => void;
}

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/**
 * Time without waiting. It passes in two ways: as the process uses CPU, and, when everything waits, by a leap to what is
 * due next: a timer, or the answer to a call. Calls under way at the same time wait together. Nothing leaps while an
 * answer is still on its real way.
 */
class SimulatedTime {
  private events: Event[] = [];
  private time: number;
  private cpuThen = cpuMs();
  private onTheWay = 0;

  constructor(startAt: number) {
    this.time = startAt;
  }

  now(): number {
    return this.time + cpuMs() - this.cpuThen;
  }

  add(at: number, happen: () => void): Event {
    const event = { at, happen };
    this.events.push(event);
    this.look();
    return event;
  }

  remove(event: unknown): void {
    this.events = this.events.filter((one) => one !== event);
  }

  /** Waits for something real. */
  async arrived<Answer>(answer: Promise<Answer>): Promise<Answer> {
    this.onTheWay++;
    try {
      return await answer;
    } finally {
      this.onTheWay--;
      this.look();
    }
  }

  /** After everything that can run now has run. */
  private look(): void {
    setImmediate(() => this.leap());
  }

  private leap(): void {
    const due = this.events.reduce<Event | null>(
      (first, one) => (first && first.at <= one.at ? first : one),
      null,
    );
    if (this.onTheWay > 0 || due === null) return;
    this.time = Math.max(this.now(), due.at);
    this.cpuThen = cpuMs();
    this.remove(due);
    due.happen();
    this.look();
  }
}

type Happen = (...given: unknown[]) => void;

/** A function's timers, clock and calls in simulated time; a call takes `latencyMs`. */
export function simulation(startAt: number, latencyMs: number, real: Exchange = realExchange) {
  const time = new SimulatedTime(startAt);
  const exchange: Exchange = async ({ target, options, body }) => {
    const startedAt = time.now();
    const headers = { ...options.headers, [simulatedNowHeader]: String(Math.floor(startedAt)) };
    const received = await time.arrived(real({ target, options: { ...options, headers }, body }));
    return new Promise((resolve) => time.add(startedAt + latencyMs, () => resolve(received)));
  };
  return {
    exchange,
    now: () => time.now(),
    setTimeout: (happen: Happen, ms = 0, ...given: unknown[]) =>
      time.add(time.now() + ms, () => happen(...given)),
    clearTimeout: (timer: unknown) => time.remove(timer),
  };
}
