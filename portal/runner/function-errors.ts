import type { FunctionOutcome } from './runner.ts';

type Failure = Extract<FunctionOutcome, { ok: false }>;

function sentenceOf(failure: Failure, timeoutMs: number): string {
  switch (failure.because) {
    case 'timeout':
      return `${new Date().toJSON()} n/a Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds`;
    case 'no-main':
      return 'customerPayload.main is not a function';
    case 'not-json':
      return 'Wrong arguments';
    case 'threw':
      return failure.text;
  }
}

/** The body of HubSpot's 400 for a function that failed (its dev server's `serverless/errors.js`). */
export function functionErrorBody(name: string, errorMessage: string): object {
  return {
    status: 'error',
    message: "There was a problem reaching the app's API. Contact the app developer for more information.",
    correlationId: 'n/a',
    errors: [
      {
        subCategory: 'ServerlessActionExecutionError.SERVERLESS_FUNCTION_ERROR',
        message: `The serverless function '${name}' failed to execute: ${errorMessage}.`,
        context: {
          exception: [errorMessage],
          logId: ['n/a'],
          appFunctionLogId: ['n/a'],
          serverlessFunction: [name],
        },
      },
    ],
    category: 'VALIDATION_ERROR',
    subCategory: 'GenXExecutionErrorType.APP_ERROR',
  };
}

export function failureBody(name: string, failure: Failure, timeoutMs: number): object {
  return functionErrorBody(name, sentenceOf(failure, timeoutMs));
}

export function missingFunctionBody(name: string): object {
  return functionErrorBody(
    name,
    `The serverless function ${name} doesn't exist in this project. Go to the Activity tab for the project to check its deploy status`,
  );
}
