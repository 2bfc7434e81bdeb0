import { Footprints } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { useWalk } from './use-walk.ts';

/** Begins a walk round the table, or ends it. Pressed in a sheet over the cloth it closes that: there is something to see. */
export function WalkButton() {
  const { walk: text } = useText();
  const { session } = useCloth();
  const { stops, stop, leads, begin, end } = useWalk();
  if (session.role === 'viewer') return null;
  return (
    <Button
      icon={Footprints}
      aria-pressed={stop !== null}
      disabled={stops.length === 0 || !leads}
      data-tip={text.beginHint}
      data-then-look=""
      onClick={stop ? end : begin}
    >
      {text.begin}
    </Button>
  );
}
