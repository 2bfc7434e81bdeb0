import { MapPin, Megaphone, UsersRound } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import { Button, IconButton } from '../../look/Button.tsx';
import { Group } from '../../look/Group.tsx';
import bar from '../bar.module.css';
import { openDialog } from '../dialogs/dialog-store.ts';
import { useLeads } from '../use-running.ts';
import { useLeadTools } from './use-lead-tools.ts';

/** For who leads, at the left of the cloth: everyone's eyes to what I see, or to one place, and a few words to everyone. */
export function LeadBar() {
  const { follow: text, said } = useText();
  const leads = useLeads();
  const { followed, pointing, come, point } = useLeadTools();
  if (!leads) return null;
  return (
    <Group className={`${bar.bar} ${bar.upright}`} label={text.title}>
      <IconButton
        icon={UsersRound}
        label={text.come}
        caption={text.come}
        data-tip={text.comeHint}
        aria-pressed={followed}
        onClick={come}
      />
      <IconButton
        icon={MapPin}
        label={text.point}
        caption={text.point}
        data-tip={text.pointHint}
        aria-pressed={pointing}
        onClick={point}
      />
      <IconButton
        icon={Megaphone}
        label={said.open}
        caption={said.open}
        data-tip={said.openHint}
        onClick={() => openDialog('say')}
      />
    </Group>
  );
}

/** The same with words, for a phone's sheet of the step. */
export function LeadStrip() {
  const { follow: text, said } = useText();
  const leads = useLeads();
  const { followed, come, point } = useLeadTools();
  if (!leads) return null;
  return (
    <>
      <Button icon={UsersRound} aria-pressed={followed} data-then-look="" onClick={come}>
        {text.come}
      </Button>
      <Button icon={MapPin} data-then-look="" onClick={point}>
        {text.point}
      </Button>
      <Button icon={Megaphone} data-then-look="" onClick={() => openDialog('say')}>
        {said.open}
      </Button>
    </>
  );
}
