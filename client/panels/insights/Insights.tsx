import { Eye, Flower2 } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import { type Insight, insightsOf } from '../../../shared/method/insights.ts';
import { questionOf } from '../../../shared/method/questions.ts';
import { byId } from '../../../shared/model/snapshot.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useWide } from '../../look/use-wide.ts';
import { useCloth } from '../cloth-context.tsx';
import { usePage } from '../page.ts';
import side from '../side/SidePanel.module.css';
import { SidePanel } from '../side/SidePanel.tsx';
import styles from './Insights.module.css';

/** No nearer than this, CSS px per mm: one sees where on the cloth it is. */
const NEAREST = 1;

/** "What do we see?": what stands out in the network, each as a question to the group; a press shows it on the cloth. */
export default function Insights({ onClose }: { readonly onClose: () => void }) {
  const page = usePage();
  const text = useText();
  const language = useLanguage();
  const { session, view, canvas } = useCloth();
  const snapshot = useDeferredValue(useStore(session.snapshot));
  const insights = useMemo(() => insightsOf(snapshot), [snapshot]);
  const wide = useWide();
  const { intro, nothing, none } = text.insights;
  const nameOf = (id: string) => byId(snapshot.items).get(id)?.text || text.outline.unnamed;

  const show = (ids: readonly string[]) => {
    const spotlight = new Set(ids);
    page.closeFields();
    view.setState({ selection: spotlight, spotlight, editing: null });
    // On a phone the panel lies over the cloth.
    if (!wide) page.closeSide();
    canvas?.camera.fitTo(
      ids.flatMap((id) => canvas.boxOf(id) ?? []),
      NEAREST,
    );
  };

  return (
    <SidePanel title={text.insights.title} closeLabel={text.insights.close} onClose={onClose}>
      <p className={side.intro}>{insights.length > 0 ? intro : snapshot.items.length > 0 ? nothing : none}</p>
      <ul className={`${side.list} ${styles.questions}`}>
        {insights.map((insight) => (
          <li key={keyOf(insight)} className={`${side.card} ${styles.question}`}>
            <p>{questionOf(insight, snapshot.meta.kind, nameOf, language)}</p>
            {insight.kind === 'nobody-holds' ? (
              <Button icon={Flower2} onClick={() => page.openFields(insight.letter)}>
                {text.fields.open}
              </Button>
            ) : (
              <Button icon={Eye} onClick={() => show(insight.ids)}>
                {text.insights.show}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </SidePanel>
  );
}

function keyOf(insight: Insight): string {
  return insight.kind === 'nobody-holds' ? `nobody ${insight.letter}` : `${insight.kind} ${insight.ids[0]}`;
}
