import { useSyncExternalStore } from 'react';

export interface Alert {
  type?: string | undefined;
  title?: string | undefined;
  message: string;
}

interface Toast extends Alert {
  id: number;
}

const listeners = new Set<() => void>();
const shownForMs = 8_000;
let toasts: readonly Toast[] = [];
let raised = 0;

function put(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of [...listeners]) listener();
}

const dismiss = (id: number) => put(toasts.filter((toast) => toast.id !== id));

/** Shows a message for a while; one that reports danger stays until it is closed. */
export function toast(alert: Alert): void {
  raised += 1;
  const id = raised;
  put([...toasts, { ...alert, id }]);
  if (alert.type !== 'danger') setTimeout(() => dismiss(id), shownForMs);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <div className="toasts" role="region" aria-label="Notifications" aria-live="polite">
      {shown.map(({ id, type = 'info', title, message }) => (
        <div key={id} className="toast" data-type={type} role={type === 'danger' ? 'alert' : undefined}>
          <div className="toast-text">
            {title ? <strong>{title}</strong> : null}
            <span>{message}</span>
          </div>
          <button
            type="button"
            className="icon-button"
            aria-label="Close notification"
            onClick={() => dismiss(id)}
          >
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
