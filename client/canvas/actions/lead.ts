import { goToStep, STEPS } from '../../../shared/method/steps.ts';
import type { StepNumber } from '../../../shared/model/schema.ts';
import type { ClothContext } from '../canvas-handle.ts';
import { type Action, action } from './action.ts';

/** Actions of who leads the session. The keys are those of the remote control that comes with a projector. */
export const LEAD_ACTIONS: readonly Action[] = [
  action('step-on', {
    keys: ['PageDown'],
    enabled: (context) => stepAt(context, 1) !== null,
    run: (context) => go(context, 1),
  }),
  action('step-back', {
    keys: ['PageUp'],
    enabled: (context) => stepAt(context, -1) !== null,
    run: (context) => go(context, -1),
  }),
];

/** The step so far from where the group is, or null when there is none or this page does not lead. */
function stepAt({ session }: ClothContext, by: number): StepNumber | null {
  const now = session.role === 'facilitator' ? session.live.getState()?.step : undefined;
  return STEPS.find(({ number }) => now !== undefined && number === now + by)?.number ?? null;
}

function go(context: ClothContext, by: number): void {
  const step = stepAt(context, by);
  if (step !== null) context.session.setSession(goToStep(step));
}
