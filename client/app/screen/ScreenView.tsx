import { useEffect } from 'react';
import { useCloth } from '../../panels/cloth-context.tsx';
import { leadingKey } from '../../panels/follow/leading.ts';
import { useBeingLed } from '../../panels/follow/use-being-led.ts';
import { useLeading } from '../../panels/follow/use-leading.ts';
import { useLedByPosition } from '../../panels/positions/use-led-by-position.ts';
import { useRunning } from '../../panels/use-running.ts';
import { useWalk } from '../../panels/walk/use-walk.ts';
import { useWayThere } from '../../panels/walk/use-way-there.ts';
import { useStroll } from './use-stroll.ts';

/** After somebody looked round here by hand, the screen shows the whole cloth again in this time, ms. */
const BACK_TO_WHOLE_MS = 45_000;

/** Nobody writes here. */
const neverBusy = () => false;

/**
 * Where a shared screen looks: along with who leads, else at one edge after another when it was set to, else at the whole
 * cloth, also when that grows; and whom it picks out: the one the group talks about.
 */
export function ScreenView() {
  const { canvas, view } = useCloth();
  const { leading, away } = useLeading();
  const { stop } = useWalk();
  useBeingLed();
  useWayThere(stop?.seat ?? null);
  useLedByPosition(neverBusy);
  const { step, contact } = useRunning();
  const about = step === 5 ? contact : null;
  const led = leadingKey(leading) !== null && !away;
  useStroll(led);

  useEffect(() => {
    view.setState({ selection: new Set(about === null ? [] : [about]) });
    if (about !== null) canvas?.reveal(about);
  }, [view, canvas, about]);

  useEffect(() => {
    if (!canvas || led) return;
    const { camera } = canvas;
    camera.fit();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      clearTimeout(timer);
      if (!camera.fitted) timer = setTimeout(() => camera.fit(), BACK_TO_WHOLE_MS);
    };
    const stopListening = camera.onTaken(wait);
    return () => {
      clearTimeout(timer);
      stopListening();
    };
  }, [canvas, led]);
  return null;
}
