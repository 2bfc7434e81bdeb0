import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'vitest';
import type { Engine } from '../support/engines/engine.ts';
import { startFirefox } from '../support/engines/firefox.ts';
import { type Network, networkTo } from '../support/engines/network.ts';
import { playMainPath } from '../support/engines/play.ts';
import { Visitor } from '../support/engines/visitor.ts';
import { startNewWebKit, startOldWebKit } from '../support/engines/webkit.ts';
import { sharedBrowser, sharedProgram } from '../support/shared.ts';
import { type ENGINES, missingFor } from '../support/system-parts.ts';

const STARTS: Readonly<Record<keyof typeof ENGINES, () => Promise<Engine>>> = {
  Firefox: startFirefox,
  'new WebKit': startNewWebKit,
  'old WebKit': startOldWebKit,
};

const program = sharedProgram();
const chromium = sharedBrowser();

for (const [name, start] of Object.entries(STARTS)) {
  test.skipIf(missingFor(name).length > 0)(`the main path is played in ${name}`, { concurrent: true }, async () => {
    const network: Network = await networkTo(program.url);
    const engine = await start();
    try {
      await playMainPath(new Visitor(engine), network, chromium());
      if (process.env.KEEP_PICTURES) await keepScreen(name, engine);
    } catch (broken) {
      await keepScreen(name, engine);
      throw broken;
    } finally {
      await engine.close();
      network.close();
    }
  });
}

/** What the window shows: of a play that broke off, and with KEEP_PICTURES of any at its end. */
async function keepScreen(name: string, engine: Engine): Promise<void> {
  await mkdir('test-results', { recursive: true });
  await writeFile(join('test-results', `${name}.png`), await engine.shot());
}
