import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../free-port.ts';
import { COG, WEBKIT_BROWSER, WEBKIT_DRIVER, WPE_DRIVER, XVFB } from '../system-parts.ts';
import { type Action, type Engine, handsBy } from './engine.ts';

/** How long a driver may take to answer at all, ms. */
const PATIENCE_MS = 20_000;
/** The window of new WebKit; old WebKit has no window to size: 800 × 600. */
const WINDOW = { width: 1366, height: 868 } as const;

/** WebKit of today, as Safari has it: WebKitGTK's small browser, on a screen that nobody sees. */
export async function startNewWebKit(): Promise<Engine> {
  const screen = spawn(needed(XVFB.find()), ['-displayfd', '3', '-screen', '0', '1600x1200x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [display] = await once(screen.stdio[3] as Readable, 'data');
  return startWebKit(
    needed(WEBKIT_DRIVER.find()),
    {
      'webkitgtk:browserOptions': { binary: needed(WEBKIT_BROWSER.find()), args: ['--automation'] },
    },
    { DISPLAY: `:${String(display).trim()}` },
    [screen],
  );
}

/** WebKit as it was in Safari 16.0: WPE, without any screen. */
export function startOldWebKit(): Promise<Engine> {
  return startWebKit(needed(WPE_DRIVER.find()), {
    'wpe:browserOptions': { binary: needed(COG.find()), args: ['--automation', '--platform=headless'] },
  });
}

/** A browser behind a driver that speaks W3C WebDriver; `others` end with it. */
async function startWebKit(
  driver: string,
  capabilities: Readonly<Record<string, unknown>>,
  variables: Readonly<Record<string, string>> = {},
  others: readonly ChildProcess[] = [],
): Promise<Engine> {
  const port = await freePort();
  const process_ = spawn(driver, [`--port=${port}`], { stdio: 'ignore', env: { ...process.env, ...variables } });
  const root = `http://127.0.0.1:${port}`;
  await answers(`${root}/status`);
  const { sessionId } = await ask<{ sessionId: string }>('POST', `${root}/session`, {
    capabilities: { alwaysMatch: capabilities },
  });
  const session = `${root}/session/${sessionId}`;
  // Old WebKit has no window to speak of.
  await ask('POST', `${session}/window/rect`, WINDOW).catch(() => undefined);
  await ask('POST', `${session}/timeouts`, { script: PATIENCE_MS });
  return {
    ...handsBy(async (source: Action) => {
      await ask('POST', `${session}/actions`, { actions: [source] });
    }),
    open: async (url) => {
      await ask('POST', `${session}/url`, { url });
    },
    async run(inPage, ...args) {
      // Old WebKit's driver breaks what lies beyond the first 65,536 characters in two: all goes over in ASCII.
      const script = `const done = arguments[arguments.length - 1];
        const ascii = (value) => JSON.stringify(value).replace(/[^\\x20-\\x7e]/g, (unit) => '\\\\u' + unit.charCodeAt(0).toString(16).padStart(4, '0'));
        Promise.resolve().then(() => (${inPage})(...${inAscii(args)}))
          .then((value) => done(ascii({ value: value === undefined ? null : value })), (error) => done(ascii({ error: String(error) })));`;
      const answer = await ask<string>('POST', `${session}/execute/async`, { script, args: [] });
      const told = JSON.parse(answer) as { value: never; error?: string };
      if (told.error) throw new Error(told.error);
      return told.value;
    },
    shot: async () => Buffer.from(await ask<string>('GET', `${session}/screenshot`), 'base64'),
    async close() {
      await ask('DELETE', session).catch(() => undefined);
      for (const one of [process_, ...others]) one.kill();
    },
  };
}

/** One command of WebDriver; what went wrong there is thrown. */
async function ask<Value>(method: string, url: string, body?: unknown): Promise<Value> {
  const answer = await fetch(url, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const { value } = (await answer.json()) as { value: Value };
  if (!answer.ok) throw new Error(`${method} ${url}: ${JSON.stringify(value)}`);
  return value;
}

/** Plain data as JSON in which every character is one of ASCII. */
function inAscii(data: unknown): string {
  return JSON.stringify(data).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

async function answers(url: string): Promise<void> {
  for (const late = Date.now() + PATIENCE_MS; Date.now() < late; await pause(50)) {
    if (
      await fetch(url).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
  }
  throw new Error(`No answer from ${url}.`);
}

function needed(program: string | null): string {
  if (program === null) throw new Error('Its tests are skipped where it is not there.');
  return program;
}
