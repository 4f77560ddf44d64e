import { useEffect, useMemo } from 'react';
import { RemoteRenderer } from '@remote-ui/react/host';
import { boot } from '../boot.ts';
import type { Surface } from '../boot.ts';
import { HostContext } from '../components/host-context.tsx';
import type { HostActions } from '../components/host-context.tsx';
import { createOverlays } from '../components/overlay-state.ts';
import type { Overlays } from '../components/overlay-state.ts';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { toast } from '../shell/toasts.tsx';
import { controller } from './controller.tsx';
import type { PageLocation, StartOrder } from './messages.ts';
import { RenderBoundary } from './render-boundary.tsx';
import { useExtension } from './use-extension.ts';

export interface ExtensionFrameProps {
  surface: Surface;
  crm?: { objectId: number; objectTypeId: string };
  /** Grows each time the record may have changed. */
  recordVersion?: number;
  onRefreshRecord?: () => void;
  pageLocation?: PageLocation;
  hrefOf?: (to: string) => string;
  onNavigate?: (to: string, params?: Record<string, string>) => void;
}

const home: PageLocation = { path: '/', params: {} };

function orderOf({ surface, crm, pageLocation }: ExtensionFrameProps): StartOrder {
  return {
    bundleUrl: surface.bundleUrl,
    pageLocation: pageLocation ?? home,
    context: {
      user: { ...boot.user },
      portal: { id: boot.portalId, timezone: boot.timeZone },
      location: surface.location,
      ...(crm ? { crm } : {}),
      extension: { appId: boot.appId, appName: boot.appName ?? '', cardTitle: surface.title },
    },
  };
}

function useHostActions(overlays: Overlays, { onNavigate, hrefOf }: ExtensionFrameProps): HostActions {
  return useMemo(
    () => ({
      openOverlay: (id) => overlays.open(id),
      closeOverlay: (id) => overlays.close(id),
      watchOverlays: (listener) => overlays.watch(listener),
      navigate: (to) => onNavigate?.(to),
      pageHref: (to) => hrefOf?.(to) ?? to,
      toast,
    }),
    [overlays, onNavigate, hrefOf],
  );
}

/** Runs a surface of the app in its worker and shows what it renders. */
export function ExtensionFrame(props: ExtensionFrameProps) {
  const { surface, recordVersion = 0, pageLocation, onNavigate, onRefreshRecord } = props;
  const overlays = useMemo(createOverlays, []);
  const { state, retry, running } = useExtension(surface.title, orderOf(props), {
    toast,
    closeOverlay: (id) => overlays.close(id),
    navigateToPage: ({ to, params }) => onNavigate?.(to, params),
    refreshRecord: () => onRefreshRecord?.(),
  });
  const ready = state.status === 'ready';
  useEffect(() => {
    if (ready && recordVersion > 0) void running?.call.recordChanged();
  }, [ready, running, recordVersion]);
  useEffect(() => {
    if (ready && pageLocation) void running?.call.pageMoved(pageLocation);
  }, [ready, running, pageLocation]);
  const host = useHostActions(overlays, props);
  if (state.status === 'failed') {
    return <Failure title={`${surface.title} stopped`} message={state.message} onRetry={retry} />;
  }
  return (
    <HostContext.Provider value={host}>
      <div className="extension" data-extension={surface.uid} aria-busy={!ready}>
        {ready ? null : <Loading label={`Loading ${surface.title}`} />}
        <RenderBoundary title={surface.title}>
          {state.receiver ? <RemoteRenderer receiver={state.receiver} controller={controller} /> : null}
        </RenderBoundary>
      </div>
    </HostContext.Provider>
  );
}
