import { spawnSync } from 'node:child_process';

/** Global set-up of the projects that run the built program: makes sure that the build is today's. Cheap when it is. */
export function setup(): void {
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed; its message is above.');
}
