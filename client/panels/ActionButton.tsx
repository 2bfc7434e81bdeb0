import type { LucideIcon } from 'lucide-react';
import type { Tool } from '../../shared/method/steps.ts';
import type { ActionId } from '../canvas/actions/action.ts';
import { IconButton } from '../look/Button.tsx';
import { useAction } from './use-action.ts';
import { useStep } from './use-running.ts';

interface ActionButtonProps {
  readonly id: ActionId;
  readonly icon: LucideIcon;
  /** A word under the picture, which stands in the action's name too. */
  readonly caption?: string;
  /** What of a step it belongs to: in that step it stands out. */
  readonly tool?: Tool;
}

/** A button that does one entry of the table of actions. */
export function ActionButton({ id, icon, caption, tool }: ActionButtonProps) {
  const atHand = useStep().atHand.some((each) => each === tool);
  const { label, keys, enabled, pressed, run } = useAction(id);
  return (
    <IconButton
      icon={icon}
      label={label}
      {...(keys !== undefined && { keys })}
      {...(caption !== undefined && { caption })}
      disabled={!enabled}
      aria-pressed={pressed}
      data-at-hand={atHand}
      onClick={run}
    />
  );
}
