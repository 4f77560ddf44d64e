import { ask, log, sentenceOf } from './page.ts';
import { onRecordChange } from './record-changes.ts';

type PropertiesListener = (properties: Record<string, string>, error?: { message: string }) => void;

// Actions that answer nothing must not fail loudly inside the extension: the page's log says why.
const tell = (name: string, ...parameters: unknown[]) => {
  ask(name, ...parameters).catch((error: unknown) => log('error', `${name}: ${sentenceOf(error)}`));
};

const readProperties = (names: string[] | '*') =>
  ask<Record<string, string>>('fetchCrmObjectProperties', names);

function onCrmPropertiesUpdate(names: string[] | '*', listener: PropertiesListener): void {
  onRecordChange(() => {
    readProperties(names).then(
      (properties) => listener(properties),
      (error: unknown) => listener({}, { message: sentenceOf(error) }),
    );
  });
}

/** The actions of the SDK's `CrmHostActions` and `UiePlatformActions`. */
export const actions = {
  addAlert: (alert: unknown) => tell('addAlert', alert),
  closeOverlay: (id: string) => tell('closeOverlay', id),
  copyTextToClipboard: (text: string) => ask<void>('copyTextToClipboard', text),
  fetchCrmObjectProperties: readProperties,
  navigateToPage: (target: unknown) => tell('navigateToPage', target),
  onCrmPropertiesUpdate,
  openIframeModal: (request: unknown, onClose?: () => void) => {
    ask('openIframeModal', request).then(onClose, (error: unknown) => log('error', sentenceOf(error)));
  },
  refreshObjectProperties: () => tell('refreshObjectProperties'),
  reloadPage: () => tell('reloadPage'),
};
