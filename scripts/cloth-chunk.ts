import { fileURLToPath } from 'node:url';

/** What the bundler tells of the modules it has read. */
interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[]; readonly code: string | null } | null;
}

const client = (path: string): string => fileURLToPath(new URL(`../client/${path}`, import.meta.url));

/** What is there as soon as a cloth is shown. The step bar is lazy only for those who have another bar in its place. */
const SHOWS_CLOTH = ['app/cloth/ClothPage.tsx', 'steps/bar/StepBar.tsx'].map(client);
/** What every page has from the start. */
const EVERY_PAGE = ['app/main.tsx'].map(client);
/** What must not take a cloth's scripts along. */
const WITHOUT_CLOTH = ['app/home/HomePage.tsx', 'app/join/JoinPage.tsx'].map(client);
const OFFLINE = ['app/offline/service-worker.ts'].map(client);
/** All pictures on buttons: a list of some thousands, of which whoever imports it uses what it names. */
const ICON_LIST = 'lucide-react';
const ICONS = /\/lucide-react\/dist\/esm\/(?:lucide-react|icons\/[\w-]+)\.m?js$/;

/**
 * Names the file of the build that a module goes into. All that showing a cloth takes lies in three: what every page has
 * (`base`), what the pages that lead to a cloth have as well (`common`), and the rest (`cloth`). Cut up by who else uses
 * what, it would be forty files, which compress far worse and come a handful at a time. So it is with the icons of panels:
 * they lie together in a fourth (`icons`), which comes with the first panel that is opened.
 */
export function clothChunk(): (id: string, modules: Modules) => string | null {
  let names: ReadonlyMap<string, string> | null = null;
  return (id, modules) => {
    names ??= namesOf(modules);
    // What is imported by itself keeps a file of its own: within another its exports get lost.
    if ([...SHOWS_CLOTH, ...EVERY_PAGE].includes(id)) return null;
    return names.get(id) ?? (ICONS.test(id) ? 'icons' : null);
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
  for (const id of found) for (const imported of importedBy(id, modules)) found.add(imported);
  return found;
}

/** What a module imports; of the list of icons only those that it names. */
function importedBy(id: string, modules: Modules): readonly string[] {
  const { importedIds = [], code = '' } = modules.getModuleInfo(id) ?? {};
  return importedIds.flatMap((imported) =>
    isIconList(imported) ? iconsIn(code ?? '', imported, modules) : [imported],
  );
}

function isIconList(id: string): boolean {
  return ICONS.test(id) && !id.includes('/icons/');
}

/** The modules of the icons that a text imports from their list. */
function iconsIn(code: string, list: string, modules: Modules): string[] {
  const named = [...code.matchAll(/import\s*\{([^}]*)\}\s*from\s*["']([^"']+)["']/g)]
    .filter(([, , from]) => from === ICON_LIST)
    .flatMap(([, names = '']) => names.split(',').map((name) => name.trim().split(/\s/)[0] ?? ''));
  const { importedIds = [], code: listed = '' } = modules.getModuleInfo(list) ?? {};
  const files = [...(listed ?? '').matchAll(/export\s*\{([^}]*)\}\s*from\s*["']\.([^"']+)["']/g)];
  return named.flatMap((name) => {
    const file = files.find(([, names = '']) =>
      names.split(',').some((each) => each.trim() === `default as ${name}`),
    )?.[2];
    return importedIds.filter((id) => file !== undefined && id.endsWith(file));
  });
}
