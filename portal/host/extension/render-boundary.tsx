import { Component } from 'react';
import type { ReactNode } from 'react';
import { Failure } from '../shell/failure.tsx';
import { writeLog } from '../shell/log.ts';

interface Props {
  title: string;
  children: ReactNode;
}

/** A host component that throws takes down its own extension only. */
export class RenderBoundary extends Component<Props, { message: string | null }> {
  override state = { message: null };

  static getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch(error: unknown): void {
    writeLog(
      'error',
      this.props.title,
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    );
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    const again = () => this.setState({ message: null });
    return <Failure title={`${this.props.title} could not be shown`} message={message} onRetry={again} />;
  }
}
