import { boot } from '../boot.ts';
import { ExtensionFrame } from '../extension/extension-frame.tsx';
import { usePageTitle } from './page-title.ts';

export function SettingsPage() {
  usePageTitle('Settings');
  const surface = boot.surfaces.find(({ kind }) => kind === 'settings');
  return (
    <div className="settings-page">
      <p className="crumbs">Connected apps</p>
      <h1>{boot.appName ?? 'Settings'}</h1>
      {surface ? (
        <div className="panel">
          <ExtensionFrame surface={surface} />
        </div>
      ) : (
        <p className="empty">No app with settings is installed here.</p>
      )}
    </div>
  );
}
