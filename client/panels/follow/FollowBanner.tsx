import { Eye, Lock, MapPin } from 'lucide-react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { usePage, usePageState } from '../page.ts';
import { useLeads, useRunning } from '../use-running.ts';
import { Banner } from './Banner.tsx';
import { leadingKey } from './leading.ts';
import { useBeingLed } from './use-being-led.ts';
import { useFollowed } from './use-followed.ts';
import { useLeading } from './use-leading.ts';

/** Says quietly who is followed, lets one look elsewhere and come back; and tells who is followed that they are. */
export default function FollowBanner() {
  useBeingLed();
  const followed = useFollowed();
  const { leading, away, locked } = useLeading();
  const pointing = usePageState(({ pointing }) => pointing);
  if (pointing) return <AboutToPoint />;
  if (followed) return <Followed />;
  if (!leading || (leading.by === 'walk' && !away)) return null;
  return <Following away={away} locked={locked} />;
}

function Following({ away, locked }: { readonly away: boolean; readonly locked: boolean }) {
  const page = usePage();
  const { follow: text } = useText();
  const { session } = useCloth();
  const { leading } = useLeading();
  const of = leading?.by === 'view' ? leading.of : null;
  const name = useStore(session.present, (others) => others.find(({ id }) => id === of)?.name) ?? '';
  const words = away
    ? leading?.by === 'walk'
      ? text.walks
      : text.shows(name)
    : locked
      ? text.held(name)
      : text.with(name);
  return (
    <Banner label={text.title} icon={locked ? Lock : Eye} words={words}>
      {away ? (
        <Button kind="primary" onClick={() => page.setState({ away: null })}>
          {text.rejoin}
        </Button>
      ) : (
        !locked && <Button onClick={() => page.setState({ away: leadingKey(leading) })}>{text.away}</Button>
      )}
    </Banner>
  );
}

function AboutToPoint() {
  const page = usePage();
  const { follow: text } = useText();
  return (
    <Banner label={text.point} icon={MapPin} words={text.pointHint}>
      <Button onClick={() => page.setState({ pointing: false })}>{text.cancel}</Button>
    </Banner>
  );
}

function Followed() {
  const { follow: text } = useText();
  const { session } = useCloth();
  const { locked } = useRunning();
  const leads = useLeads();
  return (
    <Banner label={text.title} icon={Eye} words={text.leads}>
      <Button
        icon={Lock}
        aria-pressed={locked}
        data-tip={text.holdHint}
        disabled={!leads}
        onClick={() => session.setSession({ locked: !locked })}
      >
        {text.hold}
      </Button>
      <Button kind="primary" disabled={!leads} onClick={() => session.setSession({ follow: null, locked: false })}>
        {text.letGo}
      </Button>
    </Banner>
  );
}
