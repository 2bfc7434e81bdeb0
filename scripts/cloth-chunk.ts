import { fileURLToPath } from 'node:url';

/** What the bundler tells of the modules it has read. */
interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

const client = (path: string): string => fileURLToPath(new URL(`../client/${path}`, import.meta.url));

/** What is there as soon as a cloth is shown. The step bar is lazy only for those who have another bar in its place. */
const SHOWS_CLOTH = ['app/cloth/ClothPage.tsx', 'steps/bar/StepBar.tsx'].map(client);
/** What every page has from the start. */
const EVERY_PAGE = ['app/main.tsx'].map(client);
/** What must not take a cloth's scripts along. */
const WITHOUT_CLOTH = ['app/home/HomePage.tsx', 'app/join/JoinPage.tsx'].map(client);
const OFFLINE = ['app/offline/service-worker.ts'].map(client);

/**
 * Names the file of the build that a module goes into. All that showing a cloth takes lies in three: what every page has
 * (`base`), what the pages that lead to a cloth have as well (`common`), and the rest (`cloth`). Cut up by who else uses
 * what, it would be forty files, which compress far worse and come a handful at a time.
 */
export function clothChunk(): (id: string, modules: Modules) => string | null {
  let names: ReadonlyMap<string, string> | null = null;
  return (id, modules) => {
    names ??= namesOf(modules);
    // What is imported by itself keeps a file of its own: within another its exports get lost.
    return [...SHOWS_CLOTH, ...EVERY_PAGE].includes(id) ? null : (names.get(id) ?? null);
  };
}

function namesOf(modules: Modules): ReadonlyMap<string, string> {
  const base = reached(EVERY_PAGE, modules);
  const before = reached(WITHOUT_CLOTH, modules);
  const offline = reached(OFFLINE, modules);
  const names = new Map<string, string>();
  for (const id of base) if (!offline.has(id)) names.set(id, 'base');
  for (const id of reached(SHOWS_CLOTH, modules)) {
    if (!base.has(id) && !offline.has(id)) names.set(id, before.has(id) ? 'common' : 'cloth');
  }
  return names;
}

/** These modules and all that they import, not counting what is fetched later. */
function reached(from: readonly string[], modules: Modules): ReadonlySet<string> {
  const found = new Set(from);
  // A set goes on to what is added while it is walked.
  for (const id of found) for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}
