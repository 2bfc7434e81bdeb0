import { isPaused, timeLeft } from '../../../shared/method/timer.ts';
import type { LastingSession } from '../../../shared/model/session.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import type { Saying } from './sentences.ts';

const MINUTE_MS = 60_000;

/** What who leads arranged, in words. `now` is the server's clock, ms. */
export function ledSentences(
  session: LastingSession,
  before: LastingSession,
  cloth: ClothSnapshot,
  now: number,
  { own, page }: Pick<Saying, 'own' | 'page'>,
): string[] {
  const { led } = own;
  const said: string[] = [];
  if (session.quiet !== before.quiet) said.push(session.quiet ? led.quiet : led.notQuiet);
  if (session.hidden !== before.hidden) said.push(session.hidden ? led.hidden : led.shown);
  if (session.byPosition !== before.byPosition) said.push(session.byPosition ? led.byPosition : led.onCloth);
  if (session.walk?.seat !== before.walk?.seat) {
    const at = cloth.seats.findIndex(({ id }) => id === session.walk?.seat);
    const seat = cloth.seats[at];
    if (!session.walk) said.push(led.walkEnds);
    else said.push(led.walk(seat?.name || page.outline.freeSeat(at + 1)));
  }
  if (session.ping && session.ping.n !== before.ping?.n) said.push(led.lookHere(nearest(session.ping.at, cloth)));
  const [timer, was] = [session.timer, before.timer];
  if (timer && (timer.endsAt !== was?.endsAt || timer.pausedLeft !== was.pausedLeft)) {
    said.push(isPaused(timer) ? led.paused : led.time(Math.max(1, Math.round(timeLeft(timer, now) / MINUTE_MS))));
  }
  return said;
}

/** The words nearest to a place, for who does not see it; '' where there are none. */
function nearest([x, y]: readonly [number, number], { items }: ClothSnapshot): string {
  let words = '';
  let least = Infinity;
  for (const { pos, text, masked } of items) {
    const away = Math.hypot(pos[0] - x, pos[1] - y);
    if (masked || text.trim() === '' || away >= least) continue;
    least = away;
    words = text;
  }
  return words;
}
