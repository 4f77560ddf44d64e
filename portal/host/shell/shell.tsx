import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { boot } from '../boot.ts';
import { LogPane } from './log-pane.tsx';
import { Link, useHref } from './router.tsx';
import { Toasts } from './toasts.tsx';

interface Place {
  href: string;
  label: string;
}

function NavList({ label, places, path }: { label: string; places: Place[]; path: string }) {
  return (
    <div className="nav-group">
      <p id={`nav-${label}`}>{label}</p>
      <ul aria-labelledby={`nav-${label}`}>
        {places.map(({ href, label: name }) => {
          const here = path === href || path.startsWith(`${href}/`);
          return (
            <li key={href}>
              <Link href={href} aria-current={here ? 'page' : undefined}>
                {name}
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const crmPlaces = [
  { href: '/deals', label: 'Deals' },
  { href: '/companies', label: 'Companies' },
];

const appPlaces = (): Place[] => [
  ...(boot.surfaces.some(({ kind }) => kind === 'page')
    ? [{ href: '/app', label: boot.appName ?? 'App' }]
    : []),
  ...(boot.surfaces.some(({ kind }) => kind === 'settings')
    ? [{ href: '/settings', label: 'Settings' }]
    : []),
];

// After a move the keyboard and the screen reader continue at the new page's content.
function useFocusAfterMove(path: string) {
  const main = useRef<HTMLElement>(null);
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current !== path && !path.startsWith('/app/')) main.current?.focus();
    shown.current = path;
  }, [path]);
  return main;
}

export function Shell({ children }: { children: ReactNode }) {
  const { pathname } = useHref();
  const main = useFocusAfterMove(pathname);
  const places = appPlaces();
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to content
      </a>
      <header className="top-bar">
        <span className="brand">Local portal</span>
        <span className="portal-id">{boot.portalId}</span>
        <span className="user">
          {boot.user.firstName} {boot.user.lastName}
        </span>
      </header>
      <div className="frame">
        <nav className="side-nav" aria-label="Main">
          <NavList label="CRM" places={crmPlaces} path={pathname} />
          {places.length > 0 ? <NavList label="Apps" places={places} path={pathname} /> : null}
        </nav>
        <main id="main" ref={main} tabIndex={-1}>
          {children}
        </main>
      </div>
      <LogPane />
      <Toasts />
    </>
  );
}
