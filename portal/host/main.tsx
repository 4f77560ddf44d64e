import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { recordKinds } from './crm/record-kinds.ts';
import { RenderBoundary } from './extension/render-boundary.tsx';
import { AppPage } from './pages/app-page.tsx';
import { ListPage } from './pages/list-page.tsx';
import { usePageTitle } from './pages/page-title.ts';
import { RecordPage } from './pages/record-page.tsx';
import { SettingsPage } from './pages/settings-page.tsx';
import { writeLog } from './shell/log.ts';
import { Link, navigate, useHref } from './shell/router.tsx';
import { Shell } from './shell/shell.tsx';

function NotFound() {
  usePageTitle('Not found');
  return (
    <div className="list-page">
      <h1>This page does not exist</h1>
      <Link href="/deals">Go to deals</Link>
    </div>
  );
}

function Home() {
  useEffect(() => navigate('/deals', 'replace'), []);
  return null;
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

function Page({ path }: { path: string }) {
  const [, first = '', second = '', ...more] = path.split('/');
  if (first === '') return <Home />;
  if (first === 'app') return <AppPage />;
  if (first === 'settings' && !second) return <SettingsPage />;
  const kind = recordKinds.find((one) => one.path === `/${first}`);
  const id = decoded(second);
  if (!kind || id === null || more.length > 0) return <NotFound />;
  return id === '' ? <ListPage kind={kind} /> : <RecordPage key={path} kind={kind} id={id} />;
}

function Portal() {
  const { pathname } = useHref();
  return (
    <Shell>
      <RenderBoundary key={pathname.split('/')[1]} title="This page">
        <Page path={pathname} />
      </RenderBoundary>
    </Shell>
  );
}

// A handler of an extension that rejects ends here: its call was made by a component of this page.
window.addEventListener('unhandledrejection', (event) => {
  writeLog('error', 'App', event.reason instanceof Error ? event.reason.message : String(event.reason));
});

const root = document.getElementById('root');
if (root) createRoot(root).render(<Portal />);
