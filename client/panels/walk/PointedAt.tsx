import { useStore } from 'zustand';
import { byId } from '../../../shared/model/snapshot.ts';
import { useCloth } from '../cloth-context.tsx';
import { part } from '../part.ts';

const SaidOf = part(() => import('./SaidOf.tsx'));

/** What was said to clarify the thing under the pointer, or the one that a reader tapped who cannot write. */
export function PointedAt() {
  const { view, session } = useCloth();
  const id = useStore(view, ({ pointedAt, selection, editing, handsBusy }) => {
    if (editing !== null || handsBusy) return null;
    if (pointedAt !== null && !selection.has(pointedAt)) return pointedAt;
    return session.role === 'viewer' && selection.size === 1 ? ([...selection][0] ?? null) : null;
  });
  return id === null ? null : <Said key={id} id={id} />;
}

function Said({ id }: { readonly id: string }) {
  const { session } = useCloth();
  const said = useStore(session.snapshot, ({ items }) => byId(items).get(id)?.clarification ?? '');
  const asked = useStore(session.snapshot, ({ items }) => byId(items).get(id)?.asked ?? false);
  if (said === '' && !asked) return null;
  return <SaidOf id={id} said={said} asked={asked} />;
}
