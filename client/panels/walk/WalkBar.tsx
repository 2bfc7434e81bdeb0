import { ChevronLeft, ChevronRight, Users } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/use-text.ts';
import { Button, IconButton } from '../../look/Button.tsx';
import { usePageSign } from '../../look/page-sign.ts';
import { useCloth } from '../cloth-context.tsx';
import { leadingKey } from '../follow/leading.ts';
import { useLeading } from '../follow/use-leading.ts';
import { usePage } from '../page.ts';
import { useLeads } from '../use-running.ts';
import { isRead, readEdges, rememberRead } from './read-edges.ts';
import type { Stop } from './stops.ts';
import { useHandsOnWalk } from './use-hands-on-walk.ts';
import { useWalk, type Walk } from './use-walk.ts';
import { useWayThere } from './use-way-there.ts';
import styles from './WalkBar.module.css';

/** The walk round the table: where one stands, the way on and back, and which edges have been read on this device. */
export default function WalkBar() {
  const walk = useWalk();
  useWayThere(walk.stop?.seat ?? null);
  if (!walk.stop) return null;
  return <Walking walk={walk} stop={walk.stop} />;
}

function Walking({ walk, stop }: { readonly walk: Walk; readonly stop: Stop }) {
  const page = usePage();
  usePageSign('has-walk');
  const { walk: text, follow } = useText();
  const { session } = useCloth();
  const { leading, locked } = useLeading();
  const guides = useLeads();
  const own = useStore(session.me, ({ seat }) => seat);
  const read = useReadEdges(stop, walk.stops);
  useHandsOnWalk(walk);
  const { stops, together, leads } = walk;
  const at = stops.indexOf(stop) + 1;
  const state = stop.count === 0 ? text.empty : isRead(read, stop) ? text.read : null;
  return (
    <section className={styles.walk} aria-label={text.title}>
      <div className={styles.way}>
        {leads && <IconButton icon={ChevronLeft} label={text.previous} keys="←" onClick={() => walk.step(-1)} />}
        <div className={styles.edge}>
          <strong style={{ color: stop.colour }} role="status">
            {stop.seat === own ? text.ownEdge : stop.name ? text.edgeOf(stop.name) : text.freeEdge(stop.number)}
          </strong>
          <ol className={styles.dots} aria-label={text.readCount(readCount(stops, read), stops.length)}>
            {stops.map((each) => (
              <li key={each.seat} data-read={isRead(read, each)} aria-current={each === stop ? 'true' : undefined} />
            ))}
          </ol>
          <small>{[text.place(at, stops.length), state, together && text.gathered].filter(Boolean).join(' · ')}</small>
        </div>
        {leads && <IconButton icon={ChevronRight} label={text.next} keys="→" onClick={() => walk.step(1)} />}
      </div>
      <div className={styles.more}>
        {guides && (
          <Button icon={Users} aria-pressed={together} onClick={() => walk.gather(!together)}>
            {text.gather}
          </Button>
        )}
        {leads ? (
          <Button kind="primary" onClick={walk.end}>
            {text.end}
          </Button>
        ) : (
          !locked && <Button onClick={() => page.setState({ away: leadingKey(leading) })}>{follow.away}</Button>
        )}
      </div>
    </section>
  );
}

/** What was read on this device; an edge counts as read when one goes on from it. */
function useReadEdges(stop: Stop, stops: readonly Stop[]) {
  const { session, device } = useCloth();
  const [edges, setEdges] = useState(() => readEdges(device.storage, session.id));
  const [last, setLast] = useState(stop);
  // Words may come while one stands there: read is what stood there when one left.
  if (last.seat === stop.seat && last !== stop) setLast(stop);
  useEffect(() => {
    if (last.seat === stop.seat) return;
    setEdges(rememberRead(device.storage, session.id, stops.find(({ seat }) => seat === last.seat) ?? last));
    setLast(stop);
  }, [last, stop, stops, device, session]);
  useEffect(
    () => () => {
      rememberRead(device.storage, session.id, last);
    },
    [last, device, session],
  );
  return edges;
}

function readCount(stops: readonly Stop[], edges: ReturnType<typeof readEdges>): number {
  return stops.filter((stop) => isRead(edges, stop)).length;
}
