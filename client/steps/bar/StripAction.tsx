import type { LucideIcon } from 'lucide-react';
import type { ActionId } from '../../canvas/actions/action.ts';
import { Button } from '../../look/Button.tsx';
import { useAction } from '../../panels/use-action.ts';

/** One of the cloth's own actions, with its name, as something that lies ready in a step. */
export function StripAction({ id, icon }: { readonly id: ActionId; readonly icon: LucideIcon }) {
  const { label, keys, enabled, pressed, run } = useAction(id);
  return (
    <Button icon={icon} disabled={!enabled} aria-pressed={pressed} data-tip={keys} data-then-look="" onClick={run}>
      {label}
    </Button>
  );
}
