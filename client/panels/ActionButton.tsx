import type { LucideIcon } from 'lucide-react';
import type { ActionId } from '../canvas/actions/action.ts';
import { IconButton } from '../look/Button.tsx';
import { useAction } from './use-action.ts';

/** A button that does one entry of the table of actions. */
export function ActionButton({ id, icon }: { readonly id: ActionId; readonly icon: LucideIcon }) {
  const { label, keys, enabled, pressed, run } = useAction(id);
  return (
    <IconButton
      icon={icon}
      label={label}
      {...(keys !== undefined && { keys })}
      disabled={!enabled}
      aria-pressed={pressed}
      onClick={run}
    />
  );
}
