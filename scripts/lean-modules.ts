import type { Plugin } from 'vite';

/**
 * What some libraries carry that a built page never uses, and that the bundler cannot know of: by whose files, what is cut.
 * It is 3 kB of what the page of a cloth loads first. `tests/unit/house/build.test.ts` says so when a library no longer has it.
 */
const CUTS: readonly { readonly of: RegExp; readonly cut: (code: string) => string }[] = [
  {
    // Keys are for React's warnings while one develops, other names for a class of that name, which nobody gives a look.
    of: /\/lucide-react\/dist\/esm\/icons\/[\w-]+\.m?js$/,
    cut: (code) =>
      code
        .replace(/,\s*key: "\w+"|key: "\w+",?\s*/g, '')
        .replace(/,\s*aliases: \[[^\]]*\]/g, '')
        .replace(/^__iconData\.node;$/m, ''),
  },
  {
    // Whether a number is one is only asked in a Konva that was not made small, which it asks of itself while it runs.
    of: /\/konva\/lib\/Validators\.js$/,
    cut: (code) => code.replaceAll('Konva.isUnminified', 'false'),
  },
  {
    // Names of colours are looked up for shadows and for what changes colour bit by bit: our painters draw the first, nothing does the second.
    of: /\/konva\/lib\/Util\.js$/,
    cut: (code) => code.replace(/\bCOLORS = \{[^{}]*\}/, 'COLORS = {}'),
  },
];

/** A library's file as the page needs it; null where it needs all of it. */
export function leanModule(id: string, code: string): string | null {
  const rule = CUTS.find(({ of }) => of.test(id));
  return rule ? rule.cut(code) : null;
}

/** A Vite plugin that leaves out of a build what libraries carry for other cases than a built page. */
export function leanModules(): Plugin {
  return {
    name: 'tafelkleed-lean-modules',
    apply: 'build',
    transform: {
      filter: { id: CUTS.map(({ of }) => of) },
      // What is cut moves nothing that is worth finding again in a source map.
      handler: (code, id) => {
        const lean = leanModule(id, code);
        return lean === null ? null : { code: lean, map: null };
      },
    },
  };
}
