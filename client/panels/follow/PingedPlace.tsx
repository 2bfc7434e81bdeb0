import { ArrowRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { LastingSession } from '../../../shared/model/session.ts';
import { useText } from '../../i18n/use-text.ts';
import { useCloth } from '../cloth-context.tsx';
import { useInset } from '../inset.ts';
import { arrowTo } from './arrow-to.ts';
import styles from './Pointing.module.css';

export type Ping = NonNullable<LastingSession['ping']>;

/** The arrow stays this far within what is in sight, px. */
const WITHIN = 36;
/** How much of the cloth round the place one is brought to, mm. */
const ROUND = 500;

/** The rings where one is to look, or the arrow that points there. */
export default function PingedPlace({ ping, onSeen }: { readonly ping: Ping; readonly onSeen: () => void }) {
  const { follow: text } = useText();
  const { canvas, session, view } = useCloth();
  const { top, right, bottom, left } = useInset(session.role, view);
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
