import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take far longer than their project's others: begun last, one of them would run on alone. */
const LONGEST = [
  'tests/cluster/faults.test.ts',
  'tests/server/client-session-ghosts.test.ts',
  'tests/server/fuzz.test.ts',
  'tests/server/kill.test.ts',
  'tests/server/admin.test.ts',
  'tests/server/upkeep.test.ts',
  'tests/browser/positions.test.ts',
  'tests/browser/walk.test.ts',
  'tests/browser/look.test.ts',
];

/** Vitest's own order, with the files of which it is known beforehand that they take long at the head of their project. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONGEST.some((path) => moduleId.endsWith(path));
    // Projects that wait for others keep their turn.
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
