import { Component, type ErrorInfo, type ReactNode } from 'react';
import { firstTextsNow } from '../i18n/use-text.ts';
import { Button } from '../look/Button.tsx';
import { Notice } from './notices/Notice.tsx';

interface State {
  readonly error: Error | null;
}

/**
 * Catches a page that breaks while it renders. The document lives outside React and its copy on this device is written
 * with every change, so nothing is lost: loading again goes on where it was.
 */
export class CrashGuard extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    // Read once, not by a hook: this class is the one place that must render when everything else cannot.
    const { gone } = firstTextsNow();
    return (
      <Notice title={gone.crashTitle} text={gone.crash} detail={{ label: gone.detail, text: error.message }}>
        <Button kind="primary" large onClick={() => location.reload()}>
          {gone.reload}
        </Button>
      </Notice>
    );
  }
}
