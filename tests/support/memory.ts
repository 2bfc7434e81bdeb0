import { type MemoryAccount, MemoryBudget } from '../../server/core/memory-budget.ts';

/** Memory without end, for a test that is about something else. */
export function roomyAccount(): MemoryAccount {
  const most = Number.POSITIVE_INFINITY;
  return new MemoryBudget({ all: most, network: most, cloth: most }).account({ network: '', cloth: null });
}
