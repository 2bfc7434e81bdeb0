import { readFileSync } from 'node:fs';
import semver from 'semver';
import { expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { sourceFiles } from './source-files.ts';

interface LockedPackage {
  readonly license?: string;
  readonly dev?: boolean;
  readonly integrity?: string;
  readonly engines?: { readonly node?: string };
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lockText = readFileSync('package-lock.json', 'utf8');
const lock = JSON.parse(lockText) as { packages: Readonly<Record<string, LockedPackage>> };
const installed = Object.entries(lock.packages).filter(([path]) => path !== '');

/** The oldest Node this product promises to run on. */
const OLDEST_NODE = '20.19.0';

const FREE = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'OFL-1.1',
  'BlueOak-1.0.0',
  'MPL-2.0',
]);

/** Packages that say their licence in a file only: of png-js it is MIT, in its LICENSE. */
const UNSAID = new Set(['node_modules/png-js: undefined']);

test('package.json names exact versions', () => {
  const versions = Object.entries({
    ...packageJson.dependencies,
    ...packageJson.devDependencies,
    ...packageJson.overrides,
    // A package under another name than its own: what counts is the version behind that.
  }).map(([name, version]) => [name, version.replace(/^npm:.+@/, '')] as const);
  expect(versions.filter(([, version]) => semver.valid(version) !== version)).toEqual([]);
});

test('the lock file pins contents, and no registry', () => {
  expect(lockText).not.toMatch(/https?:\/\/[^"]*\.tgz|"resolved"/);
  expect(installed.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([]);
});

test('the lock file knows the programs for every platform, or npm ci refuses it on all of them', () => {
  const unknown = installed.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter(
        (name) => !(`node_modules/${name}` in lock.packages) && !(`${path}/node_modules/${name}` in lock.packages),
      )
      .map((name) => `${name}, for ${path}`),
  );
  expect(unknown).toEqual([]);
});

test('all that is delivered is free to use, change and pass on', () => {
  const bound = installed
    .filter(([, { dev, license }]) => !dev && !FREE.has(license ?? ''))
    .map(([path, { license }]) => `${path}: ${license}`)
    .filter((unsaid) => !UNSAID.has(unsaid));
  expect(bound).toEqual([]);
});

test(`everything runs on Node ${OLDEST_NODE}, and package.json says so`, () => {
  expect(packageJson.engines.node).toBe(`>=${OLDEST_NODE}`);
  const newer = installed
    .filter(([, { engines }]) => engines?.node && !semver.satisfies(OLDEST_NODE, engines.node))
    .map(([path, { engines }]) => `${path}: ${engines?.node}`);
  expect(newer).toEqual([]);
});

test('every package that is delivered is used', () => {
  const product = ['client', 'server', 'shared'].flatMap((folder) => sourceFiles(/\.(tsx?|css)$/, folder));
  const used = (name: string) => product.some(({ text }) => text.includes(`'${name}`) || text.includes(`"${name}`));
  expect(Object.keys(packageJson.dependencies).filter((name) => !used(name))).toEqual([]);
});
