import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** What Chromium gives a page that may be put on the device as an app. */
interface InstallPrompt extends Event {
  prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

const offer = createStore<{ readonly prompt: InstallPrompt | null }>(() => ({ prompt: null }));

/** Keeps the browser's own offer to install the app, which it makes once and early, for a button that waits quietly. */
export function keepInstallOffer(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer.setState({ prompt: event as InstallPrompt });
  });
  addEventListener('appinstalled', () => offer.setState({ prompt: null }));
}

/**
 * How the app can be put on this device: `install` asks, and the browser takes it from there; `by-hand` where only the
 * browser's own menu can (Safari on a phone or tablet); null where it cannot, or is there already.
 */
export type WayToInstall = { readonly how: 'install'; install(): void } | { readonly how: 'by-hand' } | null;

export function useInstallOffer(): WayToInstall {
  const { prompt } = useStore(offer);
  if (matchMedia('(display-mode: standalone)').matches) return null;
  if (prompt) {
    const install = () => {
      offer.setState({ prompt: null });
      void prompt.prompt();
    };
    return { how: 'install', install };
  }
  // Only Safari of a phone or tablet has this, and says by it that the page is not installed.
  return 'standalone' in navigator && navigator.maxTouchPoints > 0 ? { how: 'by-hand' } : null;
}
