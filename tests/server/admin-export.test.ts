import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runAdmin } from '../../server/app/admin.ts';
import { freshDirectory, makeCloth, startServer } from './support.ts';

test('a cloth goes home by a command, with a server that runs and without', async () => {
  const server = await startServer();
  const { dataDir } = server.config;
  const { id } = await makeCloth(server, { title: 'leesplezier' });
  const folder = await freshDirectory();
  const admin = (...words: string[]) => runAdmin(words, { DATA_DIR: dataDir });
  for (const form of ['md', 'xlsx', 'pdf']) {
    const file = join(folder, form);
    expect(await admin('export', id, form, file, '--names', 'none')).toEqual({
      code: 0,
      said: `${id} is in ${file}`,
    });
    expect((await stat(file)).size).toBeGreaterThan(20);
  }
  expect((await readFile(join(folder, 'pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
  for (const [wrong, said] of [
    [['docx'], 'docx is no form to export; there are json, graphml'],
    [['pdf', '--paper', 'A9'], 'paper: '],
    [['pdf', '--view', 'moment:nothing'], 'view: there is no such moment'],
    [['md', '--view', 'since:nothing'], 'view: only pictures'],
    [['pdf', '--colour', 'black'], "Unknown option '--colour'"],
  ] as const) {
    const refused = await admin('export', id, ...wrong);
    expect(refused).toEqual({ code: 1, said: expect.stringContaining(said) });
  }
  await server.close();
  const svg = join(folder, 'later.svg');
  expect((await admin('export', id, 'svg', svg)).code).toBe(0);
  expect(await readFile(svg, 'utf8')).toContain('leesplezier');
});
