import { Flower2, UsersRound } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { Banner } from '../follow/Banner.tsx';
import { usePage, usePageState } from '../page.ts';
import { useLeads, useRunning } from '../use-running.ts';

/** For who leads, in the view by position: everyone's screen to it, or no longer. */
export function LookTogether() {
  const { fields: text } = useText();
  const { session } = useCloth();
  const { byPosition } = useRunning();
  if (!useLeads()) return null;
  return (
    <Button
      icon={UsersRound}
      aria-pressed={byPosition}
      data-tip={text.togetherHint}
      onClick={() => session.setSession({ byPosition: !byPosition })}
    >
      {text.together}
    </Button>
  );
}

/** On the cloth, for who is not there: that the group looks by position, and the way to look along. */
export function OthersLook() {
  const page = usePage();
  const { fields: text } = useText();
  const { byPosition } = useRunning();
  const open = usePageState(({ fields }) => fields !== null);
  if (!byPosition || open) return null;
  return (
    <Banner label={text.groupLooks} icon={Flower2} words={text.groupLooks}>
      <Button kind="primary" onClick={() => page.openFields()}>
        {text.lookAlong}
      </Button>
    </Banner>
  );
}
