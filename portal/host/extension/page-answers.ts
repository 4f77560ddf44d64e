import { boot } from '../boot.ts';
import { askCrm } from '../crm/client.ts';
import {
  answerAssociations,
  answerFormat,
  answerObjectProperties,
  answerProperties,
  answerSearch,
} from './crm-answers.ts';
import type { ExtensionContext, Outcome } from './messages.ts';

/** What the page does for an extension besides reading the CRM. */
export interface PageActs {
  toast: (alert: { type?: string; title?: string; message: string }) => void;
  closeOverlay: (id: string) => void;
  navigateToPage: (target: { to: string; params?: Record<string, string> }) => void;
  refreshRecord: () => void;
}

interface ServerlessOptions {
  parameters?: unknown;
  propertiesToSend?: string[];
  payload?: unknown;
}

const functionRoute = `/api/crm-extensibility/execution/internal/v3/action/function/${boot.appId}`;

async function serverless(context: ExtensionContext, name: string, options: ServerlessOptions) {
  const { parameters, propertiesToSend, payload } = options;
  const reply = await askCrm<{ response: unknown }>('POST', functionRoute, {
    serverlessFunction: name,
    parameters: parameters ?? {},
    ...(context.crm ? { objectQuery: { ...context.crm, objectPropertyNames: propertiesToSend ?? [] } } : {}),
    ...(payload === undefined ? {} : { event: { type: 'SERVERLESS_ACTION_HOOK', payload } }),
  });
  return reply.response;
}

const notImitated = (name: string) => () => {
  throw new Error(`${name} is not imitated by this portal (portal/README.md).`);
};

// The cast is the boundary: what arrives was sent by the worker runtime beside this file.
type Answers = Record<string, (...parameters: never[]) => unknown>;

function crmAnswers({ crm }: ExtensionContext): Answers {
  const record = () => {
    if (!crm) throw new Error('This location has no CRM record.');
    return crm;
  };
  return {
    fetchCrmProperties: (names: string[], choice?: object) => answerProperties(record(), names, choice),
    fetchCrmObjectProperties: (names: string[] | '*') => answerObjectProperties(record(), names),
    fetchAssociations: (request: { toObjectType: string }, choice?: object) =>
      answerAssociations(record(), request, choice),
    fetchCrmSearch: answerSearch,
    formatCrmProperties: answerFormat,
  };
}

export function pageAnswers(context: ExtensionContext, acts: PageActs): Answers {
  return {
    ...crmAnswers(context),
    serverless: (name: string, options: ServerlessOptions) => serverless(context, name, options),
    addAlert: acts.toast,
    closeOverlay: acts.closeOverlay,
    navigateToPage: acts.navigateToPage,
    refreshObjectProperties: acts.refreshRecord,
    reloadPage: () => window.location.reload(),
    copyTextToClipboard: (text: string) => navigator.clipboard.writeText(text),
    openIframeModal: notImitated('openIframeModal'),
    hsFetch: notImitated('hubspot.fetch'),
    fetchHubSpotApi: notImitated('fetchHubSpotApi'),
  };
}

/** Answers one question of the worker; whatever goes wrong becomes a message. */
export async function answerWith(answers: Answers, name: string, parameters: unknown[]): Promise<Outcome> {
  try {
    const answer = answers[name];
    if (!answer) throw new Error(`The portal does not know ${name}.`);
    return { ok: true, value: (await answer(...(parameters as never[]))) ?? null };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
