import { useEffect } from 'react';
import { useCloth } from '../../panels/cloth-context.tsx';
import { leadingKey } from '../../panels/follow/leading.ts';
import { useBeingLed } from '../../panels/follow/use-being-led.ts';
import { useLeading } from '../../panels/follow/use-leading.ts';
import { useWalk } from '../../panels/walk/use-walk.ts';
import { useWayThere } from '../../panels/walk/use-way-there.ts';

/** After somebody looked round here by hand, the screen shows the whole cloth again in this time, ms. */
const BACK_TO_WHOLE_MS = 45_000;

/** Where a shared screen looks: along with who leads, else at the whole cloth, also when that grows. */
export function ScreenView() {
  const { canvas } = useCloth();
  const { leading, away } = useLeading();
  const { stop } = useWalk();
  useBeingLed();
  useWayThere(stop?.seat ?? null);
  const led = leadingKey(leading) !== null && !away;

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
