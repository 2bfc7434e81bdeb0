import { History } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { Banner } from '../follow/Banner.tsx';
import { useLeads } from '../use-running.ts';
import { useLookedAt } from './for-all.ts';

/**
 * On the cloth: that all look at a moment. For who looks elsewhere the way to look along, for who leads the way to end it.
 */
export function OthersLookBack() {
  const { moments: text, fields } = useText();
  const { session } = useCloth();
  const leads = useLeads();
  const looked = useLookedAt();
  if (!looked || (!looked.left && !(leads && looked.as === 'compare'))) return null;
  const words = looked.as === 'back' ? text.groupLooksBack : text.groupCompares;
  return (
    <Banner label={words} icon={History} words={words}>
      {looked.left && (
        <Button kind="primary" onClick={() => looked.leave(false)}>
          {fields.lookAlong}
        </Button>
      )}
      {leads && <Button onClick={() => session.setSession({ moment: null })}>{text.endForAll}</Button>}
    </Banner>
  );
}
