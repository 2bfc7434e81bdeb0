import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript-parser';

/** Folders that hold no work of this project. */
const NOT_OURS = new Set(['node_modules', 'dist', 'data', 'coverage', 'test-results']);

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** One import of a module: of a file of this project (`to` is its path) or of a package (`to` is its specifier). */
export interface Import {
  readonly from: string;
  readonly to: string;
  readonly kind: 'file' | 'package';
}

/** Every text file of the project below `folder`, whose name ends as asked. */
export function sourceFiles(ending: RegExp, folder = '.'): SourceFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) {
      const skip = NOT_OURS.has(entry.name) || (entry.name.startsWith('.') && entry.name !== '.ci');
      return skip ? [] : sourceFiles(ending, path);
    }
    return ending.test(entry.name) ? [{ path, text: readFileSync(path, 'utf8') }] : [];
  });
}

/**
 * All that a module imports: values and types, at once or lazily. Read by the scanner of TypeScript 5 (`typescript-parser`):
 * the compiler we check with, 7, offers no lasting way to call its own.
 */
export function importsOf({ path, text }: SourceFile): Import[] {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) =>
      fileName.startsWith('.')
        ? { from: path, to: posix.join(posix.dirname(path), fileName), kind: 'file' as const }
        : { from: path, to: fileName, kind: 'package' as const },
    );
}

/** The package of an import specifier: `lib0` of `lib0/decoding`, `@base-ui/react` of `@base-ui/react/dialog`. */
export function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
