import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The compiled program of a thread, named by its path in `server/` without its ending; also for a server that runs from its
 * sources. `from` is the address of the file in `server/` that asks, at any depth. Throws when it was not built.
 */
export function builtProgram(from: string, name: string): URL {
  const depth =
    fileURLToPath(from)
      .split(/[\\/]server[\\/]/)
      .at(-1)
      ?.split(/[\\/]/).length ?? 1;
  const up = '../'.repeat(depth);
  const program = new URL(from.endsWith('.ts') ? `${up}dist/server/${name}.js` : `${up}server/${name}.js`, from);
  if (!existsSync(fileURLToPath(program))) throw new Error('the server is not built; run npm run build');
  return program;
}
