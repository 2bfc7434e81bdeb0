import type { LucideIcon } from 'lucide-react';
import type { ActionId } from '../canvas/actions/action.ts';
import { IconButton } from '../look/Button.tsx';
import { useAction } from './use-action.ts';

interface ActionButtonProps {
  readonly id: ActionId;
  readonly icon: LucideIcon;
  /** A word under the picture, which stands in the action's name too. */
  readonly caption?: string;
}

/** A button that does one entry of the table of actions. */
export function ActionButton({ id, icon, caption }: ActionButtonProps) {
  const { label, keys, enabled, pressed, run } = useAction(id);
  return (
    <IconButton
      icon={icon}
      label={label}
      {...(keys !== undefined && { keys })}
      {...(caption !== undefined && { caption })}
      disabled={!enabled}
      aria-pressed={pressed}
      onClick={run}
    />
  );
}
