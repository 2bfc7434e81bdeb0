import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take far longer than their project's others, the longest first: begun last, one of them would run on alone. */
const LONGEST = [
  'tests/cluster/faults.test.ts',
  'tests/server/client-session-ghosts.test.ts',
  'tests/server/storage-faults.test.ts',
  'tests/server/upkeep.test.ts',
  'tests/server/without-socket.test.ts',
  'tests/server/memory.test.ts',
  'tests/server/kill.test.ts',
  'tests/server/admin.test.ts',
  'tests/server/fuzz.test.ts',
  'tests/browser/look.test.ts',
  'tests/browser/offline.test.ts',
  'tests/browser/positions.test.ts',
  'tests/browser/axe.test.ts',
  'tests/browser/room-by-keys.test.ts',
];

/** Vitest's own order, with the files of which it is known beforehand that they take long at the head of their project. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((path) => moduleId.endsWith(path));
      return at < 0 ? LONGEST.length : at;
    };
    // Projects that wait for others keep their turn, and the rest its order: the sort is stable.
    return sorted.toSorted((a, b) => place(a) - place(b));
  }
}
