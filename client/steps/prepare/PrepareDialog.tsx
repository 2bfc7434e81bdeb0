import { Download, FolderOpen, Save, X } from 'lucide-react';
import { type ChangeEvent, type FormEvent, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { downloadName } from '../../../shared/formats/file-name.ts';
import {
  MOST_CONNECTORS,
  PREPARATION_FILE,
  type Preparation,
  readPreparation,
  writePreparation,
} from '../../../shared/formats/preparation.ts';
import { STEPS } from '../../../shared/method/steps.ts';
import { LIMITS, type StepNumber } from '../../../shared/model/schema.ts';
import { cleanName, isBlank } from '../../../shared/text/clean-text.ts';
import { LANGUAGES } from '../../../shared/text/language.ts';
import type { Device } from '../../device/device.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { Button, IconButton } from '../../look/Button.tsx';
import { Field } from '../../look/Field.tsx';
import { DialogFrame } from '../../panels/dialogs/DialogFrame.tsx';
import { saveFile } from '../../panels/take-home/save-file.ts';
import { stepTexts } from '../step-book.ts';
import styles from './PrepareDialog.module.css';
import { Stepper } from './Stepper.tsx';
import { Templates } from './templates.ts';

interface PrepareDialogProps {
  readonly device: Device;
  /** Lays the cloth and goes there; rejects when that did not succeed, and then this stays open. */
  readonly onLay: (preparation: Preparation) => Promise<void>;
  readonly onClose: () => void;
}

/** Everything that can be laid ready before a group comes, and templates of it to begin the next time with. */
export default function PrepareDialog({ device, onLay, onClose }: PrepareDialogProps) {
  const { prepare: text, app, takeHome } = useText();
  const language = useLanguage();
  const templates = useMemo(() => new Templates(device.storage), [device]);
  const kept = useStore(templates.store);
  const [wanted, setWanted] = useState<Preparation>(() => nothingPrepared(language));
  const [names, setNames] = useState('');
  const [busy, setBusy] = useState(false);
  const [news, setNews] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const change = (part: Partial<Preparation>) => setWanted({ ...wanted, ...part });
  const prepared = (): Preparation => ({
    ...wanted,
    initiative: cleanName(wanted.initiative, LIMITS.name),
    seats: seatsOf(names),
  });

  const begin = (from: Preparation) => {
    setWanted(from);
    setNames(from.seats.join('\n'));
  };

  const lay = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    await onLay(prepared()).catch(() => setBusy(false));
  };

  const keep = () => {
    const name = cleanName(wanted.initiative, LIMITS.name) || text.nameless;
    templates.keep(name, prepared());
    setNews(text.kept(name));
  };

  const save = () => {
    const name = downloadName(
      wanted.initiative || text.nameless,
      takeHome.kinds.preparation,
      PREPARATION_FILE.extension,
    );
    saveFile(new Blob([writePreparation(prepared())], { type: PREPARATION_FILE.mediaType }), name);
    setNews(text.saved(name));
  };

  const open = async (event: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = event.target.files ?? [];
    event.target.value = '';
    if (!chosen) return;
    const read = chosen.size > PREPARATION_FILE.maxLength ? null : readPreparation(await chosen.text());
    if (read) begin(read);
    setNews(read ? text.opened : text.unreadable);
  };

  return (
    <DialogFrame title={text.title} wide onClose={onClose}>
      <form className={styles.form} onSubmit={lay}>
        <div className={styles.templates}>
          {kept.map(({ name, preparation }) => (
            <span key={name} className={styles.template}>
              <button type="button" onClick={() => begin(preparation)}>
                {name}
              </button>
              <IconButton icon={X} label={text.drop(name)} onClick={() => templates.remove(name)} />
            </span>
          ))}
          <Button icon={FolderOpen} onClick={() => file.current?.click()}>
            {text.open}
          </Button>
          <input ref={file} type="file" accept=".json,application/json" hidden onChange={open} aria-label={text.open} />
        </div>
        <Field
          label={text.initiative}
          hint={text.initiativeHint}
          value={wanted.initiative}
          maxLength={LIMITS.name}
          onChange={(event) => change({ initiative: event.target.value })}
        />
        <div className={styles.columns}>
          <label className={styles.names}>
            <span>{text.seats}</span>
            <textarea
              rows={6}
              value={names}
              placeholder={SAMPLE_NAMES}
              onChange={(event) => setNames(event.target.value)}
            />
            <small>{text.seatsHint}</small>
          </label>
          <div className={styles.rest}>
            <Stepper
              label={text.connectors}
              value={wanted.connectors}
              most={MOST_CONNECTORS}
              onChange={(connectors) => change({ connectors })}
            />
            <fieldset className={styles.languages}>
              <legend>{app.language}</legend>
              {LANGUAGES.map((each) => (
                <label key={each} lang={each}>
                  <input
                    type="radio"
                    name="language"
                    checked={wanted.language === each}
                    onChange={() => change({ language: each })}
                  />
                  <span>{app.languages[each]}</span>
                </label>
              ))}
            </fieldset>
          </div>
        </div>
        <fieldset className={styles.minutes}>
          <legend>{text.minutes}</legend>
          {STEPS.map(({ id, number, minutes }) => (
            <label key={number}>
              <span>{stepTexts.in(language)[id].name}</span>
              <input
                type="number"
                min={1}
                max={600}
                inputMode="numeric"
                placeholder={String(minutes)}
                value={wanted.minutes[number] ?? ''}
                onChange={(event) => change({ minutes: withMinutes(wanted.minutes, number, event.target.value) })}
              />
            </label>
          ))}
        </fieldset>
        <p className={styles.news} role="status">
          {news}
        </p>
        <div className={styles.buttons}>
          <Button icon={Save} onClick={keep}>
            {text.keep}
          </Button>
          <Button icon={Download} onClick={save}>
            {text.save}
          </Button>
          <Button kind="primary" type="submit" disabled={busy}>
            {busy ? text.laying : text.lay}
          </Button>
        </div>
      </form>
    </DialogFrame>
  );
}

function nothingPrepared(language: Preparation['language']): Preparation {
  return { initiative: '', language, seats: [], connectors: 0, minutes: {} };
}

/** Names are names in every language. */
const SAMPLE_NAMES = 'Gemma\nCaroline\nHeleen';

/** One name on a line; what is more than a table holds is left off. */
function seatsOf(names: string): string[] {
  return names
    .split('\n')
    .filter((name) => !isBlank(name))
    .map((name) => cleanName(name, LIMITS.name))
    .slice(0, LIMITS.seats);
}

function withMinutes(minutes: Preparation['minutes'], step: StepNumber, typed: string): Preparation['minutes'] {
  const { [step]: _, ...others } = minutes;
  const length = Math.round(Number(typed));
  return length >= 1 ? { ...others, [step]: Math.min(600, length) } : others;
}
