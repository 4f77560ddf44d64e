interface FunctionContext {
  parameters: unknown;
  propertiesToSend: Record<string, string | null>;
  event: unknown;
  secrets: Record<string, string>;
}

export interface FunctionOrder {
  file: string;
  context: FunctionContext;
  /** All of the function's environment: it sees nothing of the portal's own. */
  environment: Record<string, string>;
}

export type FunctionMessage =
  | { kind: 'log'; text: string }
  | { kind: 'result'; json: string }
  | { kind: 'threw'; text: string }
  | { kind: 'no-main' }
  | { kind: 'not-json' };
