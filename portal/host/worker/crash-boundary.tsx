import { Component } from 'react';
import type { ReactNode } from 'react';

interface Props {
  onCrash: (message: string) => void;
  children: ReactNode;
}

/** An extension that throws while it renders is replaced by the page's message, not by a silent blank. */
export class CrashBoundary extends Component<Props, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onCrash(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  override render(): ReactNode {
    return this.state.crashed ? null : this.props.children;
  }
}
