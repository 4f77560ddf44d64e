import { useCallback, useMemo } from 'react';
import { boot } from '../boot.ts';
import { ExtensionFrame } from '../extension/extension-frame.tsx';
import { navigate, useHref } from '../shell/router.tsx';
import { appHref, appRoot } from './app-href.ts';
import { usePageTitle } from './page-title.ts';

export function AppPage() {
  const { pathname, search } = useHref();
  const surface = boot.surfaces.find(({ kind }) => kind === 'page');
  usePageTitle(boot.appName ?? 'App');
  const pageLocation = useMemo(
    () => ({
      path: pathname.slice(appRoot.length) || '/',
      params: Object.fromEntries(new URLSearchParams(search)),
    }),
    [pathname, search],
  );
  const onNavigate = useCallback(
    (to: string, params?: Record<string, string>) => navigate(appHref(to, params)),
    [],
  );
  if (!surface) return <p className="empty">The app has no page.</p>;
  return (
    <div className="app-page">
      <h1>{boot.appName}</h1>
      <ExtensionFrame
        surface={surface}
        pageLocation={pageLocation}
        hrefOf={appHref}
        onNavigate={onNavigate}
      />
    </div>
  );
}
