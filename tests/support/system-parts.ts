import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program that the tests drive and npm does not bring. */
export interface SystemPart {
  readonly name: string;
  /** The packages that hold it on Debian and its relatives: whichever comes first of those there are. */
  readonly debianPackages: readonly [string, ...string[]];
  /** What to do elsewhere, in words. */
  readonly advice: string;
  /** Path of the program (for PostgreSQL: the folder with its programs), or null where it is not installed. */
  readonly find: () => string | null;
}

export const CHROMIUM: SystemPart = {
  name: 'Chromium',
  // The shell is Chromium without the window that nobody sees, which would take a fifth of the time again.
  debianPackages: ['chromium-headless-shell', 'chromium'],
  advice: 'install Chromium or Chrome, or set CHROMIUM_PATH to its program',
  find: () =>
    process.env.CHROMIUM_PATH ??
    onPath(
      'chromium-headless-shell',
      'chrome-headless-shell',
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
    ) ??
    firstThere(
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      join(process.env.PROGRAMFILES ?? '', 'Google/Chrome/Application/chrome.exe'),
      join(process.env['PROGRAMFILES(X86)'] ?? '', 'Microsoft/Edge/Application/msedge.exe'),
    ),
};

export const REDIS: SystemPart = {
  name: 'Redis',
  debianPackages: ['redis-server'],
  advice: 'install Redis 7 or newer, so that redis-server is on the PATH',
  find: () => onPath('redis-server'),
};

export const POSTGRESQL: SystemPart = {
  name: 'PostgreSQL',
  debianPackages: ['postgresql'],
  advice: 'install PostgreSQL 14 or newer, so that initdb and postgres are on the PATH',
  find: () => {
    const program = onPath('initdb');
    return program === null ? newestIn('/usr/lib/postgresql') : join(program, '..');
  },
};

/** For one unit test, which is skipped without it. */
export const PROMTOOL: SystemPart = {
  name: 'promtool',
  debianPackages: ['prometheus'],
  advice: 'install Prometheus, so that promtool is on the PATH',
  find: () => onPath('promtool'),
};

export const FIREFOX: SystemPart = {
  name: 'Firefox',
  debianPackages: ['firefox-esr', 'firefox'],
  advice: 'install Firefox, or set FIREFOX_PATH to its program',
  find: () =>
    process.env.FIREFOX_PATH ??
    onPath('firefox-esr', 'firefox') ??
    firstThere('/Applications/Firefox.app/Contents/MacOS/firefox'),
};

export const WEBKIT_DRIVER: SystemPart = {
  name: 'WebKitGTK',
  debianPackages: ['webkit2gtk-driver'],
  advice: 'its driver comes with Linux only',
  find: () => onPath('WebKitWebDriver'),
};

/** The small browser that comes with that driver, off the PATH. */
export const WEBKIT_BROWSER: SystemPart = {
  ...WEBKIT_DRIVER,
  find: () => {
    const programs = '/usr/lib';
    const kinds =
      process.platform === 'linux' ? readdirSync(programs).filter((kind) => kind.endsWith('-linux-gnu')) : [];
    return firstThere(
      ...['4.1', '4.0'].flatMap((version) =>
        kinds.map((kind) => join(programs, kind, `webkit2gtk-${version}`, 'MiniBrowser')),
      ),
    );
  },
};

export const XVFB: SystemPart = {
  name: 'Xvfb',
  debianPackages: ['xvfb'],
  advice: 'it comes with Linux only',
  find: () => onPath('Xvfb'),
};

export const WPE_DRIVER: SystemPart = {
  name: 'WPE WebKit',
  debianPackages: ['wpewebkit-driver'],
  advice: 'its driver comes with Linux only',
  find: () => onPath('WPEWebDriver'),
};

export const COG: SystemPart = {
  name: 'Cog',
  debianPackages: ['cog'],
  advice: 'it comes with Linux only',
  find: () => onPath('cog'),
};

/** Where Debian keeps the packages of its own Python. */
const PYTHON_PACKAGES = '/usr/lib/python3/dist-packages';

function pythonPackage(name: string, folder: string): SystemPart {
  return {
    name,
    debianPackages: [`python3-${folder}`],
    advice: 'its files are read by the Python that Debian brings',
    find: () => firstThere(join(PYTHON_PACKAGES, folder)),
  };
}

/** Other people's programs, which read what a cloth is taken home as. */
export const NETWORKX = pythonPackage('NetworkX', 'networkx');
export const IGRAPH = pythonPackage('igraph', 'igraph');
export const OPENPYXL = pythonPackage('openpyxl', 'openpyxl');

export const XMLLINT: SystemPart = {
  name: 'xmllint',
  debianPackages: ['libxml2-utils'],
  advice: 'install libxml2, so that xmllint is on the PATH',
  find: () => onPath('xmllint'),
};

export const POPPLER: SystemPart = {
  name: 'Poppler',
  debianPackages: ['poppler-utils'],
  advice: 'install Poppler, so that pdffonts, pdfinfo and pdftotext are on the PATH',
  find: () => onPath('pdffonts'),
};

/** Which projects of the test suite need which parts. A project that misses one is reported as skipped. */
export const NEEDS: Readonly<Record<string, readonly SystemPart[]>> = {
  browser: [CHROMIUM],
  cluster: [REDIS, POSTGRESQL],
  engines: [CHROMIUM],
  readers: [NETWORKX, IGRAPH, OPENPYXL, XMLLINT, POPPLER],
};

/** Engines of other makes and what each takes: one that is not there is skipped by itself. */
export const ENGINES = {
  Firefox: [FIREFOX],
  'new WebKit': [WEBKIT_DRIVER, WEBKIT_BROWSER, XVFB],
  'old WebKit': [WPE_DRIVER, COG],
} as const satisfies Readonly<Record<string, readonly SystemPart[]>>;

/** Everything that is skipped by itself where something is missing, and what that takes. */
export const SKIPPED_BY_ITSELF: Readonly<Record<string, readonly SystemPart[]>> = { ...NEEDS, ...ENGINES };

/** The parts that a project, or an engine, needs and this machine does not have. */
export function missingFor(what: string): SystemPart[] {
  return (SKIPPED_BY_ITSELF[what] ?? []).filter((part) => part.find() === null);
}

/**
 * Installs parts with apt where that is possible without asking: on Debian or a relative, as root. Returns whether it
 * was tried; look with `find` whether it helped.
 */
export async function installParts(parts: readonly SystemPart[]): Promise<boolean> {
  if (process.getuid?.() !== 0 || onPath('apt-get') === null) return false;
  const apt = async (...options: string[]): Promise<boolean> => {
    const [status] = await once(
      spawn('apt-get', ['-qq', ...options], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }),
      'exit',
    );
    return status === 0;
  };
  await apt('update');
  for (const { debianPackages } of parts) {
    for (const name of debianPackages) if (await apt('install', '-y', '--no-install-recommends', name)) break;
  }
  return true;
}

function onPath(...programs: string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return firstThere(...programs.flatMap((program) => folders.map((folder) => join(folder, program + suffix))));
}

function firstThere(...paths: string[]): string | null {
  return paths.find((path) => existsSync(path)) ?? null;
}

/** Debian keeps each major version of PostgreSQL in a folder of its own, off the PATH. */
function newestIn(folder: string): string | null {
  if (!existsSync(folder)) return null;
  const versions = readdirSync(folder).sort((a, b) => Number(b) - Number(a));
  return firstThere(
    ...versions.map((version) => join(folder, version, 'bin', 'initdb')).map((path) => join(path, '..')),
  );
}
