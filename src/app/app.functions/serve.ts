import type * as z from 'zod/mini';
import './memory-first.ts';
import '#contract/english';
import type { ProblemMessage, Reply } from '#contract/envelope';
import { Problem, problemSentences } from '#contract/problem';
import { hubspotCrm } from '#crm/hubspot-crm';
import type { Crm } from '#usecases/crm';
import { environment } from './environment.ts';

/** HubSpot may end a function after ten seconds (UNVERIFIED for app functions); we end before it does. */
const budgetMs = 8_000;

export interface FunctionContext {
  readonly parameters?: unknown;
}

export interface Call {
  readonly now: number;
  readonly deadlineAt: number;
  readonly clock: () => number;
}

type Message = z.ZodMiniType<{ portalId: number }>;
type UseCase<Input extends Message, Value> = (crm: Crm, input: z.output<Input>, call: Call) => Promise<Value>;

/** The edge of every function: parameters are checked, problems become envelopes, and nothing is thrown at the browser. */
export const serve =
  <Input extends Message, Value>(input: Input, useCase: UseCase<Input, Value>) =>
  async (context: FunctionContext): Promise<Reply<Value>> => {
    try {
      const parsed = input.safeParse(context.parameters ?? {});
      if (!parsed.success) return { ok: false, problem: invalidInput(parsed.error) };
      const now = Date.now();
      const deadlineAt = now + budgetMs;
      const { portalId } = parsed.data;
      const crm = hubspotCrm({ ...environment(), portalId, deadlineAt, now: Date.now });
      return { ok: true, value: await useCase(crm, parsed.data, { now, deadlineAt, clock: Date.now }) };
    } catch (error) {
      return { ok: false, problem: error instanceof Problem ? messageOf(error) : unexpected(error) };
    }
  };

function invalidInput({ issues }: z.core.$ZodError): ProblemMessage {
  const [issue] = issues;
  const field = issue?.path.join('.');
  const sentence = problemSentences.invalid_input;
  if (!issue || !field) return { code: 'invalid_input', sentence };
  return { code: 'invalid_input', sentence: `${sentence} ${field}: ${issue.message}.`, field };
}

const messageOf = ({ code, field, message }: Problem): ProblemMessage => ({
  code,
  sentence: message,
  ...(field === undefined ? {} : { field }),
});

function unexpected(error: unknown): ProblemMessage {
  const reference = crypto.randomUUID();
  console.error(`reference ${reference}`, error);
  return { code: 'unexpected', sentence: problemSentences.unexpected, reference };
}
