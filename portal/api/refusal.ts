import { randomUUID } from 'node:crypto';

interface ErrorDetail {
  message: string;
  code?: string;
  in?: string;
  subCategory?: string;
  context?: Record<string, string[]>;
}

interface Envelope {
  subCategory?: string;
  context?: Record<string, string[]>;
  errors?: ErrorDetail[];
}

/** An answer in HubSpot's error envelope. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: Record<string, unknown>;

  constructor(status: number, category: string, message: string, more: Envelope = {}) {
    super(message);
    this.status = status;
    this.body = { status: 'error', message, correlationId: randomUUID(), ...more, category };
  }
}

export const invalid = (message: string, more: Envelope = {}): Refusal =>
  new Refusal(400, 'VALIDATION_ERROR', message, more);

export const notFound = (message = 'resource not found'): Refusal =>
  new Refusal(404, 'OBJECT_NOT_FOUND', message);

export const conflict = (message: string, more: Envelope = {}): Refusal =>
  new Refusal(409, 'CONFLICT', message, more);

export interface ValueError {
  name: string;
  code: string;
  message: string;
}

/** https://developers.hubspot.com/docs/api-reference/error-handling (the `errors` list of a property refusal) */
export const invalidValues = (errors: ValueError[]): Refusal =>
  invalid(
    `Property values were not valid: ${JSON.stringify(
      errors.map(({ name, code, message }) => ({
        isValid: false,
        message,
        error: code,
        name,
        localizedErrorMessage: message,
      })),
    )}`,
    {
      errors: errors.map(({ name, code, message }) => ({
        message,
        code,
        context: { propertyName: [name] },
      })),
    },
  );
