import { fileURLToPath } from 'node:url';

/** What the bundler tells of the modules it has read. */
interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

const client = (path: string): string => fileURLToPath(new URL(`../client/${path}`, import.meta.url));

/** What is there as soon as a cloth is shown. The step bar is lazy only for those who have another bar in its place. */
const SHOWS_CLOTH = ['app/cloth/ClothPage.tsx', 'steps/bar/StepBar.tsx'].map(client);
/** What must not take a cloth's scripts along. */
const WITHOUT_CLOTH = [
  'app/main.tsx',
  'app/home/HomePage.tsx',
  'app/join/JoinPage.tsx',
  'app/offline/service-worker.ts',
].map(client);

/**
 * Names the file of the build that a module goes into: all that showing a cloth takes, and that no page without one
 * takes, lies together. Cut up by who else uses what, it would be forty files, which compress far worse than one.
 */
export function clothChunk(): (id: string, modules: Modules) => string | null {
  let cloth: ReadonlySet<string> | null = null;
  return (id, modules) => {
    cloth ??= difference(reached(SHOWS_CLOTH, modules), reached(WITHOUT_CLOTH, modules));
    // What is imported by itself keeps a file of its own: within another its exports get lost.
    return cloth.has(id) && !SHOWS_CLOTH.includes(id) ? 'cloth' : null;
  };
}

/** These modules and all that they import, not counting what is fetched later. */
function reached(from: readonly string[], modules: Modules): ReadonlySet<string> {
  const found = new Set(from);
  // A set goes on to what is added while it is walked.
  for (const id of found) for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}

function difference(all: ReadonlySet<string>, without: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...all].filter((id) => !without.has(id)));
}
