import { INITIATIVE } from '../../../shared/model/schema.ts';
import type { SceneIndex } from '../stage/scene-index.ts';
import type { ViewStore } from '../view-store.ts';

/**
 * What is no longer on the cloth is no longer selected, tied from or asked about. Its words stay open: whoever is in the
 * midst of them would otherwise go on typing into nothing.
 */
export function forgetGone(view: ViewStore, index: SceneIndex): void {
  const { selection, tieFrom, question } = view.getState();
  const there = (id: string) => id === INITIATIVE || index.item(id) !== null || index.tie(id) !== null;
  const left = [...selection].filter(there);
  if (left.length < selection.size) view.setState({ selection: new Set(left) });
  if (tieFrom !== null && !there(tieFrom)) view.setState({ tieFrom: null });
  if (!question || question.ask === 'what-here') return;
  const stands = there(question.from) && (question.ask === 'new-connector' || there(question.tie));
  if (!stands) view.setState({ question: null });
}
