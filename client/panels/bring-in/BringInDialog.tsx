import { FileUp } from 'lucide-react';
import { type DragEvent, useEffect, useEffectEvent, useId, useState } from 'react';
import { importClothFile } from '../../../shared/commands/import-file.ts';
import { layTogether } from '../../../shared/commands/lay-together.ts';
import type { BroughtList } from '../../../shared/formats/brought-list.ts';
import { CLOTH_FILE, type ClothFile } from '../../../shared/formats/cloth-file.ts';
import { byId } from '../../../shared/model/snapshot.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { hasRoomFor } from '../../canvas/edit/compose.ts';
import { layParts } from '../../document/lay-parts.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { DialogFrame } from '../dialogs/DialogFrame.tsx';
import { usePage, usePageState } from '../page.ts';
import { say } from '../toasts/toast-store.ts';
import styles from './BringInDialog.module.css';
import { type ChosenFile, problemOf, readChosenFile } from './chosen-file.ts';
import { FilePreview } from './FilePreview.tsx';
import { FoundList } from './FoundList.tsx';
import { MadeAlone } from './MadeAlone.tsx';
import { decoded, readRows } from './read-rows.ts';

/** What is read as a list of words rather than as a cloth file. */
const LISTS = /\.(?:csv|tsv|txt)$/i;
/** A longer list is not even read, bytes. */
const MOST_LIST_BYTES = 8_000_000;

/** Lays a cloth file or a list on this cloth: read whole first, shown, and only then added, in steps that undo takes back. */
export default function BringInDialog({ onClose }: { readonly onClose: () => void }) {
  const page = usePage();
  const text = useText();
  const { session, canvas } = useCloth();
  const id = useId();
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  const [list, setList] = useState<BroughtList | null>(null);
  const listId = useId();
  const [problem, setProblem] = useState<string | null>(null);

  const choose = async (file: File | undefined) => {
    if (!file) return;
    setChosen(null);
    setList(null);
    if (LISTS.test(file.name)) {
      if (file.size > MOST_LIST_BYTES) return setProblem(text.problems.file.tooLarge);
      return showList(await decoded(file));
    }
    const read = await readChosenFile(file);
    const { sheet } = session.snapshot.getState().meta;
    // What lies in boxes has no place on a table, and the other way round.
    if (read.ok && read.file.meta.sheet !== sheet) {
      return setProblem(text.themeSheet.otherSheet[read.file.meta.sheet ?? 'cloth']);
    }
    setChosen(read.ok ? read : null);
    setProblem(read.ok ? null : problemOf(read.why, text));
  };

  const showList = (words: string) => {
    const read = readRows(words);
    setChosen(null);
    setList(read);
    setProblem(read ? null : text.problems.file.tooLarge);
  };

  // Dropped on the cloth, it is what one wants to lay.
  const onDropped = useEffectEvent((file: File) => void choose(file));
  const dropped = usePageState(({ dropped }) => dropped);
  useEffect(() => {
    if (!dropped) return;
    onDropped(dropped);
    page.setState({ dropped: null });
  }, [dropped, page.setState]);

  const add = (file: ClothFile, lay: Parameters<typeof layParts>[2]) => {
    const { items } = session.snapshot.getState();
    const before = items.length;
    const standing = byId(items);
    // It may lay one thing more: the name of another initiative.
    const more = file.items.filter(({ id }) => !standing.has(id)).length + 1;
    if (!hasRoomFor(more, session)) return setProblem(text.steps.notNow.full);
    const outcome = layParts(session, file, lay);
    if (outcome.kind === 'too-large') return setProblem(text.problems.tooLarge);
    if (outcome.kind === 'may-not-write') return setProblem(text.capture.closed);
    const added = session.snapshot.getState().items.length - before;
    say(outcome.kind === 'unchanged' ? text.bringIn.nothing : text.bringIn.done(added));
    page.closeDialog();
    canvas?.camera.fit();
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    void choose(event.dataTransfer.files[0]);
  };

  return (
    <DialogFrame title={text.bringIn.title} onClose={onClose}>
      <div className={styles.bringIn}>
        <p>{text.bringIn.intro}</p>
        <label htmlFor={id} className={styles.drop} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
          <FileUp aria-hidden="true" size={28} strokeWidth={1.6} />
          <span>
            <strong>{text.bringIn.choose}</strong> <span>{text.bringIn.drop}</span>
          </span>
          <input
            id={id}
            type="file"
            accept={`${CLOTH_FILE.extension},${CLOTH_FILE.mediaType},.csv,.tsv,.txt,text/csv,text/plain`}
            onChange={(event) => {
              void choose(event.target.files?.[0]);
              // The same file, mended, can be chosen again.
              event.target.value = '';
            }}
          />
        </label>
        <div className={styles.paste}>
          <label htmlFor={listId}>{text.bringIn.paste}</label>
          <textarea
            id={listId}
            rows={3}
            placeholder={text.bringIn.pasteHint}
            onChange={({ target: { value } }) => (value.trim() === '' ? setList(null) : showList(value))}
          />
        </div>
        {problem && (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
        {list && !problem && <FoundList list={list} onProblem={setProblem} onDone={page.closeDialog} />}
        {chosen && (
          <div className={styles.found} role="status">
            <FilePreview file={chosen.file} />
            <p>
              {text.bringIn.found(chosen.title || text.top.untitled, chosen.file.items.length, chosen.file.ties.length)}
            </p>
            {(chosen.file.moments?.length ?? 0) > 0 && (
              <p>{text.bringIn.withMoments(chosen.file.moments?.length ?? 0)}</p>
            )}
            {chosen.leftOut.doubled + chosen.leftOut.dangling > 0 && (
              <p className={styles.note}>
                {text.bringIn.leftOutNote(text.bringIn.leftOut(chosen.leftOut.doubled, chosen.leftOut.dangling))}
              </p>
            )}
            <Button kind="primary" large onClick={() => add(chosen.file, importClothFile)}>
              {text.bringIn.add}
            </Button>
            <MadeAlone
              onChoose={({ id: seat }) =>
                add(chosen.file, (cloth, file) => layTogether(cloth, [{ seat, file }], fontMeasure))
              }
            />
          </div>
        )}
      </div>
    </DialogFrame>
  );
}
