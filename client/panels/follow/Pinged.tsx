import { ArrowRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { LastingSession } from '../../../shared/protocol.ts';
import { useText } from '../../i18n/use-text.ts';
import { useCloth } from '../cloth-context.tsx';
import { useInset } from '../inset.ts';
import { arrowTo } from './arrow-to.ts';
import styles from './Pointing.module.css';

type Ping = NonNullable<LastingSession['ping']>;

/** So long a place stays pointed out, ms: the rings have gone out, and whoever looked up late has seen the arrow. */
const SHOWN_MS = 9_000;
/** The arrow stays this far within what is in sight, px. */
const WITHIN = 36;
/** How much of the cloth round the place one is brought to, mm. */
const ROUND = 500;

/** "Look here": rings where who leads points, and an arrow at the screen's edge for whom that is out of sight. */
export default function Pinged() {
  const { session } = useCloth();
  const [ping, setPing] = useState<Ping | null>(null);
  useEffect(
    () =>
      session.live.subscribe((now, before) => {
        // A page that only now hears of the session was not there when it was shown.
        if (before && now?.ping && now.ping.n !== before.ping?.n) setPing(now.ping);
      }),
    [session],
  );
  useEffect(() => {
    if (!ping) return;
    const timer = setTimeout(() => setPing(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [ping]);
  return ping && <Shown key={ping.n} ping={ping} onSeen={() => setPing(null)} />;
}

function Shown({ ping, onSeen }: { readonly ping: Ping; readonly onSeen: () => void }) {
  const { follow: text } = useText();
  const { canvas, session } = useCloth();
  const { top, right, bottom, left } = useInset(session.role);
  const ripple = useRef<HTMLDivElement>(null);
  const arrow = useRef<HTMLButtonElement>(null);
  const { at } = ping;

  useEffect(() => {
    if (!canvas) return;
    const { camera } = canvas;
    const place = () => {
      const [x, y] = camera.toScreen(at);
      if (ripple.current) ripple.current.style.transform = `translate(${x}px, ${y}px)`;
      const { width, height } = camera.size();
      const sight = { x: left, y: top, w: width - left - right, h: height - top - bottom };
      const inner = { x: sight.x + WITHIN, y: sight.y + WITHIN, w: sight.w - 2 * WITHIN, h: sight.h - 2 * WITHIN };
      const out = arrowTo([x, y], sight) && arrowTo([x, y], inner);
      if (!arrow.current) return;
      arrow.current.style.display = out ? '' : 'none';
      if (out) arrow.current.style.transform = `translate(${out.at[0]}px, ${out.at[1]}px) rotate(${out.angle}rad)`;
    };
    place();
    return camera.subscribe(place);
  }, [canvas, at, top, right, bottom, left]);

  const goThere = () => {
    canvas?.camera.fitTo([{ x: at[0] - ROUND / 2, y: at[1] - ROUND / 2, w: ROUND, h: ROUND }]);
    onSeen();
  };

  return (
    <>
      <div ref={ripple} className={styles.ripple} data-pinged="">
        <span />
      </div>
      <p className="visually-hidden" role="status">
        {text.point}
      </p>
      <button ref={arrow} type="button" className={styles.arrow} aria-label={text.pointedAt} onClick={goThere}>
        <ArrowRight aria-hidden="true" size={30} strokeWidth={2.6} />
      </button>
    </>
  );
}
