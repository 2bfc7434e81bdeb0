import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { keepEarlierBuild } from '../../../scripts/earlier-build.ts';
import { offlineBuild } from '../../../scripts/offline-build.ts';

/** A client of two scripts and a worker, built as often as its words change. */
function smallClient() {
  const folder = mkdtempSync(join(tmpdir(), 'tafelkleed-build-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'client'));
  const write = (name: string, text: string) => writeFileSync(join(folder, 'client', name), text);
  write('index.html', '<script type="module" src="./main.js"></script>');
  write('service-worker.js', 'console.log(BUILD);');
  write('main.js', "import('./part.js');");
  return async (words: string): Promise<readonly string[]> => {
    write('part.js', `export default '${words}';`);
    await build({
      root: join(folder, 'client'),
      configFile: false,
      logLevel: 'silent',
      plugins: [offlineBuild([]), keepEarlierBuild()],
      build: {
        outDir: '../dist',
        emptyOutDir: false,
        rolldownOptions: {
          input: ['index.html', 'service-worker.js'].map((name) => join(folder, 'client', name)),
          output: {
            entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
          },
        },
      },
    });
    return readdirSync(join(folder, 'dist/assets')).filter((name) => name.startsWith('part'));
  };
}

test('of earlier builds the files of the last one stay, for pages that are open meanwhile', async () => {
  const built = smallClient();
  const [first] = await built('first');
  const both = await built('second');
  expect(both).toHaveLength(2);
  expect(both).toContain(first);
  const last = await built('third');
  expect(last).toHaveLength(2);
  expect(last).not.toContain(first);
});
