import { useCallback, useMemo } from 'react';
import { boot } from '../boot.ts';
import { ExtensionFrame } from '../extension/extension-frame.tsx';
import { navigate, useHref } from '../shell/router.tsx';
import { usePageTitle } from './page-title.ts';

export const appRoot = '/app';

/** `/view/:id` with { id, tab } becomes `/app/view/7?tab=…`: named parts go into the path, the rest into the query. */
export function appHref(to: string, params: Record<string, string> = {}): string {
  const rest = new URLSearchParams();
  let path = to.startsWith('/') ? to : `/${to}`;
  for (const [name, value] of Object.entries(params)) {
    const part = new RegExp(`:${name}(?=/|$)`);
    if (part.test(path)) path = path.replace(part, () => encodeURIComponent(value));
    else rest.set(name, value);
  }
  const query = rest.size > 0 ? `${path.includes('?') ? '&' : '?'}${rest.toString()}` : '';
  return `${appRoot}${path === '/' ? '' : path}${query}`;
}

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
      <ExtensionFrame
        surface={surface}
        pageLocation={pageLocation}
        hrefOf={appHref}
        onNavigate={onNavigate}
      />
    </div>
  );
}
