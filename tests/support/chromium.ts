import { type Browser, chromium } from 'playwright-core';
import { CHROMIUM } from './system-parts.ts';

/**
 * Parts of the browser's own window that each page would bring along, each as dear as the page itself: what drops down
 * from an address bar that nobody sees. What follows is Playwright's own list as far as it matters here, for of two
 * lists the browser goes by the last.
 */
const LEFT_OUT = [
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxPopup',
  'AimEnabled',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

/** Runs as root and without a graphics card, and calls nobody. */
export const BROWSER_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${LEFT_OUT.join(',')}`,
];

/** The real Chromium of this machine, without a window. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = CHROMIUM.find();
  if (executablePath === null) throw new Error(`No Chromium here: ${CHROMIUM.advice}`);
  return chromium.launch({
    executablePath,
    headless: true,
    args: [...BROWSER_FLAGS],
  });
}
