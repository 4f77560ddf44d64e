export interface FunctionContext {
  parameters: unknown;
  propertiesToSend: Record<string, string | null>;
  event: unknown;
  secrets: Record<string, string>;
}

export interface ThreadOrder {
  file: string;
  context: FunctionContext;
}

export type ThreadMessage =
  | { kind: 'log'; text: string }
  | { kind: 'result'; json: string }
  | { kind: 'threw'; text: string }
  | { kind: 'no-main' }
  | { kind: 'not-json' };
