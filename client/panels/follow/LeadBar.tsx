import { MapPin, Megaphone, Spline, UsersRound } from 'lucide-react';
import { useStore } from 'zustand';
import { useFirstText } from '../../i18n/use-text.ts';
import { Button, IconButton } from '../../look/Button.tsx';
import { Group } from '../../look/Group.tsx';
import bar from '../bar.module.css';
import { mayCalm } from '../calm/may-calm.ts';
import { useCloth } from '../cloth-context.tsx';
import { usePage } from '../page.ts';
import { useLeads, useStep } from '../use-running.ts';
import { useLeadTools } from './use-lead-tools.ts';

/** For who leads, at the left of the cloth: everyone's eyes to what I see, or to one place, and a few words to everyone. */
export default function LeadBar() {
  const page = usePage();
  const { follow: text, said, calm: words } = useFirstText();
  const { followed, pointing, come, point } = useLeadTools();
  const calm = useCalmButton();
  const { session } = useCloth();
  const ties = useStore(session.snapshot, ({ meta }) => meta.sheet !== 'theme');
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
        onClick={() => page.openDialog('say')}
      />
      {/* It has its place in every step, so that nothing moves under the hand when its time comes. */}
      {ties && (
        <IconButton
          icon={Spline}
          label={words.open}
          caption={words.open}
          data-tip={words.openHint}
          disabled={!calm.shown}
          aria-pressed={calm.on}
          onClick={calm.toggle}
        />
      )}
    </Group>
  );
}

/** The same with words, for a phone's sheet of the step. */
export function LeadStrip() {
  const page = usePage();
  const { follow: text, said, calm: words } = useFirstText();
  const leads = useLeads();
  const { followed, come, point } = useLeadTools();
  const calm = useCalmButton();
  if (!leads) return null;
  return (
    <>
      <Button icon={UsersRound} aria-pressed={followed} data-then-look="" onClick={come}>
        {text.come}
      </Button>
      <Button icon={MapPin} data-then-look="" onClick={point}>
        {text.point}
      </Button>
      <Button icon={Megaphone} data-then-look="" onClick={() => page.openDialog('say')}>
        {said.open}
      </Button>
      {calm.shown && (
        <Button icon={Spline} aria-pressed={calm.on} data-then-look="" onClick={calm.toggle}>
          {words.open}
        </Button>
      )}
    </>
  );
}

/** Calming the lines, which there are from the third step on. */
function useCalmButton() {
  const { view } = useCloth();
  const on = useStore(view, (state) => state.calming);
  const shown = mayCalm(useStep(), useLeads());
  return { on, shown, toggle: () => view.setState({ calming: !on }) };
}
