import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const dockerfile = readFileSync('deploy/Dockerfile', 'utf8');
const compose = readdirSync('deploy').filter((name) => /^compose.*\.yaml$/.test(name));

/** The top-level blocks of the services of a compose file, and of what several of them share (`x-…`), with their lines. */
function blocksOf(text: string): { name: string; lines: string[] }[] {
  const blocks: { name: string; lines: string[] }[] = [];
  let section = '';
  for (const line of text.split('\n')) {
    section = /^([\w-]+):/.exec(line)?.[1] ?? section;
    const name = section === 'services' ? /^ {2}([\w-]+):/.exec(line)?.[1] : /^(x-[\w-]+):/.exec(line)?.[1];
    if (name) blocks.push({ name, lines: [] });
    blocks.at(-1)?.lines.push(line);
  }
  return blocks;
}

/** Who builds what in a compose file: the image's tag, or the service's name where it has none. */
function builtIn(text: string): string[] {
  const blocks = blocksOf(text);
  const has = (lines: readonly string[], key: string): boolean =>
    lines.some((line) => line.trim().startsWith(`${key}:`));
  const tagOf = (lines: readonly string[]): string | undefined => /image: (\S+)/.exec(lines.join('\n'))?.[1];
  return blocks.flatMap(({ name, lines }) => {
    if (name.startsWith('x-')) return [];
    const anchor = /\*([\w-]+)/.exec(lines.join('\n'))?.[1];
    const shared = blocks.find(({ lines: [first = ''] }) => anchor && first.endsWith(`&${anchor}`))?.lines ?? [];
    if (!has([...lines, ...shared], 'build')) return [];
    return [tagOf(lines) ?? tagOf(shared) ?? name];
  });
}

test.each(compose)('%s builds each image once: two builds of one tag at the same time fail', (name) => {
  const built = builtIn(readFileSync(`deploy/${name}`, 'utf8'));
  expect(built.length).toBeGreaterThan(0);
  expect(new Set(built).size).toBe(built.length);
});

test('what the documents and files for hosting run in a container is in the image', () => {
  const image = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
  const copied = [...image.matchAll(/^COPY .*\/app\/(\S+)/gm)].map(([, path = '']) => path);
  const sources = ['docs/deploy.md', ...compose.map((name) => `deploy/${name}`)].map((path) =>
    readFileSync(path, 'utf8'),
  );
  const run = sources.flatMap((text) =>
    [...text.matchAll(/docker compose[^`\n]* exec \S+ ([^`\n]+)/g)].map(([, c = '']) => c),
  );
  expect(run.length).toBeGreaterThan(0);
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  for (const command of run) {
    const script = /^npm run (\S+)/.exec(command)?.[1];
    const programs = [...(script ? (scripts[script] ?? '') : command).matchAll(/node (\S+)/g)].map(
      ([, path = '']) => path,
    );
    expect(programs.length, command).toBeGreaterThan(0);
    for (const path of programs) expect(copied, command).toContain(path.split('/')[0]);
  }
});

test('the numbers of a server are not for the world', () => {
  expect(readFileSync('deploy/Caddyfile', 'utf8')).toMatch(/respond \/metrics 404/);
});
