import type { Step } from '../../../shared/method/steps.ts';

/** Whether lines can be calmed now: by who leads, from the step in which they are drawn. */
export function mayCalm({ number }: Step, leads: boolean): boolean {
  return leads && number >= 3;
}
