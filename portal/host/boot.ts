/** What the server writes into the page. */
export interface Boot {
  portalId: number;
  uiToken: string;
  homeCurrency: string;
  timeZone: string;
  appId: number;
  appName: string | null;
  surfaces: Surface[];
  user: User;
}

export interface Surface {
  uid: string;
  kind: 'card' | 'page' | 'settings';
  title: string;
  location: string;
  objectTypes: string[];
  bundleUrl: string;
}

interface User {
  id: number;
  email: string;
  emails: string[];
  firstName: string;
  lastName: string;
  locale: string;
  language: string;
  teams: unknown[];
  permissions: string[];
  roles: string[];
}

const element = document.getElementById('boot');
if (!element?.textContent) throw new Error('The page carries no boot record.');

export const boot = JSON.parse(element.textContent) as Boot;
