import { Handshake } from 'lucide-react';
import { useEffect } from 'react';
import type { Attendee } from '../../document/cloth-session.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../../panels/cloth-context.tsx';
import { usePage } from '../../panels/page.ts';
import { useHandOver } from '../../panels/share/use-hand-over.ts';
import styles from '../bar/Slips.module.css';

/** Gives the leading to somebody at the table: asks them, and goes on as a participant when they have taken it over. */
export default function HandingOver({ to }: { readonly to: Attendee }) {
  const page = usePage();
  const { lead: text } = useText();
  const { session } = useCloth();
  const { begin } = useHandOver(to.seat);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, and then waited for.
  useEffect(() => {
    const n = (session.live.getState()?.handed?.n ?? 0) + 1;
    session.setSession({ handed: { to: to.id, n } });
    begin();
  }, [session, to.id]);
  return (
    <div className={styles.slip}>
      <Handshake aria-hidden="true" size={22} />
      <p>{text.waitingFor(to.name)}</p>
      <Button onClick={() => page.setState({ hand: null })}>{text.keep}</Button>
    </div>
  );
}
