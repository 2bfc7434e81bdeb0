import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseCLI, startVitest } from 'vitest/node';
import { installParts, missingFor, SKIPPED_BY_ITSELF } from './system-parts.ts';
import { triedAgain } from './tried-again.ts';

/**
 * The whole test suite, for people and for continuous integration: system parts, types, lint, build, and every test.
 * The last line is the sum of it, `N passed, N failed, N skipped`; a check that is no test counts as one failure. The
 * exit code is 0 only when nothing failed. A test that passed only when it was tried again is named above it. Goes on after a failure, so that one run shows all there is to repair.
 */
const sum = { passed: 0, failed: 0, skipped: 0 };
const again: string[] = [];

// The types take one core; the build and lint have the other meanwhile. None of them needs what is fetched beside them.
const [missing, built] = await Promise.all([
  lookForParts(),
  check('build', '', 'scripts/build.mjs').then(async (built) => {
    await check('lint', '@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.');
    return built;
  }),
  check('types', 'typescript/bin/tsc', '-p', 'tsconfig.json'),
]);
await runTests(built ? {} : { project: ['unit', 'property', 'contract', 'readers'] });

for (const line of [...missing, ...again]) console.log(line);
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exit(sum.failed > 0 ? 1 : 0);

/** Looks for what the tests drive, installs what it may, and returns a line for each part that is still missing. */
async function lookForParts(): Promise<string[]> {
  const wanted = new Set(Object.keys(SKIPPED_BY_ITSELF).flatMap(missingFor));
  if (wanted.size > 0) {
    const names = [...wanted].map((part) => part.name).join(', ');
    console.log(`Missing: ${names}.`);
    if (await installParts([...wanted])) console.log('Installed with apt-get what it has.');
  }
  return Object.keys(SKIPPED_BY_ITSELF).flatMap((project) =>
    missingFor(project).map(
      (part) =>
        `Skipped the ${project} tests: ${part.name} is missing. On Debian: apt-get install ${part.debianPackages[0]}; elsewhere: ${part.advice}.`,
    ),
  );
}

/** Runs one tool of node_modules (or a script of our own) and counts it when it fails. */
async function check(name: string, tool: string, ...options: string[]): Promise<boolean> {
  const started = performance.now();
  const command = tool === '' ? options : [`node_modules/${tool}`, ...options];
  const [status] = await once(spawn(process.execPath, command, { stdio: 'inherit' }), 'exit');
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (status !== 0) sum.failed += 1;
  return status === 0;
}

/** Runs the tests: all of them, or those of the projects that can run without a build. */
async function runTests(limits: { project?: string[] }): Promise<void> {
  const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)]);
  const vitest = await startVitest('test', filter, { ...options, ...limits, run: true, watch: false });
  const modules = vitest.state.getTestModules();
  if (modules.length === 0) {
    console.error(`No test file matches ${filter.join(' ')}.`);
    sum.failed += 1;
  }
  for (const module of modules) {
    // A file that could not be read has no tests, and must not pass for that reason.
    if (module.errors().length > 0) sum.failed += 1;
    again.push(...triedAgain(module.children.allTests()));
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      sum[state === 'pending' ? 'skipped' : state] += 1;
    }
  }
  sum.failed += vitest.state.getUnhandledErrors().length;
  await vitest.close();
}
