import { Component, type ErrorInfo, type ReactNode } from 'react';
import { firstTextsNow } from '../i18n/use-text.ts';
import { say } from './toasts/toast-store.ts';

/** Breaking again within this is breaking for good, ms. */
const AGAIN_MS = 3_000;

interface PanelGuardProps {
  readonly children: ReactNode;
}

/**
 * Keeps what breaks within a panel within it: the cloth and all else go on. What broke is made anew, once: mostly the page was
 * changed under its hands, by a browser that translates or an extension, and a new one stands in a page that is right. When
 * that breaks too it stays away, and the page says so. What breaks while it is taken away, as in such a page, breaks in the nearest
 * guard that stays.
 */
export class PanelGuard extends Component<PanelGuardProps, { readonly broken: boolean }> {
  override state = { broken: false };
  #brokeAt = -Infinity;

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
    const before = this.#brokeAt;
    this.#brokeAt = performance.now();
    if (this.#brokeAt - before > AGAIN_MS) {
      this.setState({ broken: false });
      return;
    }
    const { problems, gone } = firstTextsNow();
    say(problems.panelBroke, { tone: 'problem', action: { label: gone.reload, run: () => location.reload() } });
  }

  override render(): ReactNode {
    return this.state.broken ? null : this.props.children;
  }
}
