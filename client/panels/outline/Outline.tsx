import { Ear } from 'lucide-react';
import { useDeferredValue, useRef, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useFingers } from '../../look/use-wide.ts';
import { usePage } from '../page.ts';
import { SidePanel } from '../side/SidePanel.tsx';
import styles from './Outline.module.css';
import { OutlineList } from './OutlineList.tsx';
import { Tree } from './Tree.tsx';
import { useOutline } from './use-outline.ts';

/**
 * All that lies on the cloth in words, and all that can be done with it: the cloth's equal for the keyboard and for who
 * cannot see it. A tree where there is a keyboard; headings and lists where fingers are, which screen readers there know
 * better. What is chosen here is selected on the cloth and brought into view.
 */
export default function Outline({ onClose }: { readonly onClose: () => void }) {
  const { outline: text } = useText();
  const page = usePage();
  const [sought, setSought] = useState('');
  const wanted = useDeferredValue(sought);
  const outlined = useOutline(wanted, onClose);
  const seeks = wanted.trim() !== '';
  const fingers = useFingers();
  const body = useRef<HTMLDivElement>(null);
  const { found } = outlined.outline;

  return (
    <SidePanel title={text.title} closeLabel={text.close} onClose={onClose} first="[role=tree]">
      <input
        type="search"
        className={styles.search}
        value={sought}
        onChange={(event) => setSought(event.target.value)}
        onKeyDown={({ key, nativeEvent }) => {
          if (key !== 'Enter' && key !== 'ArrowDown') return;
          if (!nativeEvent.isComposing) body.current?.querySelector<HTMLElement>('[role=tree]')?.focus();
        }}
        placeholder={text.search}
        aria-label={text.search}
      />
      <p className="visually-hidden" role="status">
        {seeks ? text.found(found) : ''}
      </p>
      {seeks && found === 0 && <p className={styles.none}>{text.nothing(wanted.trim())}</p>}
      <div ref={body} className={styles.body}>
        {fingers ? <OutlineList outlined={outlined} seeks={seeks} /> : <Tree outlined={outlined} seeks={seeks} />}
      </div>
      <Button kind="quiet" icon={Ear} className={styles.heard} onClick={() => page.openDialog('heard')}>
        {outlined.about.own.heard}
      </Button>
    </SidePanel>
  );
}
