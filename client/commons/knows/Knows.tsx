import { Search } from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import { judgeNames } from '../../../shared/commands/commons.ts';
import { type Around, commonsApi, type Known } from '../../document/commons-api.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { part } from '../../panels/part.ts';
import { sayProblem } from '../../panels/toasts/toast-store.ts';
import { useRoom, useRoomState } from '../room-context.tsx';
import { tell } from '../told/told-store.ts';
import { useSheets } from '../wall/sheets-store.ts';
import styles from './Knows.module.css';
import { NamesToTravel } from './NamesToTravel.tsx';
import { SheetLink } from './SheetLink.tsx';

const Neighbourhood = part(() => import('./Neighbourhood.tsx'));

/** Who knows what: a question in words, sentences as answers, and from each a way round. */
export default function Knows() {
  const { knows } = useText();
  const { session } = useRoom();
  const language = useLanguage();
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const [known, setKnown] = useState<Known | null>(null);
  const [around, setAround] = useState<Around | null>(null);
  const pairs = useRoomState((room) => room.sameNames);
  const { list } = useSheets();

  const ask = async (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() === '') return;
    try {
      setKnown(await commonsApi.knows(session.id, session.key, { q: words, locale: language }));
      setAsked(words);
      setAround(null);
    } catch {
      sayProblem(knows.failed);
    }
  };
  const travel = async (node: string) => {
    try {
      const found = await commonsApi.knows(session.id, session.key, { node, locale: language });
      setAround(found.around ?? null);
    } catch {
      sayProblem(knows.failed);
    }
  };

  return (
    <div className={styles.knows}>
      <form className={styles.ask} onSubmit={ask}>
        <label htmlFor="knows-question">{knows.question}</label>
        <div className={styles.line}>
          <input
            id="knows-question"
            value={words}
            placeholder={knows.example}
            onChange={(event) => setWords(event.target.value)}
            enterKeyHint="search"
          />
          <Button kind="primary" icon={Search} type="submit">
            {knows.ask}
          </Button>
        </div>
      </form>
      {around && <Neighbourhood around={around} hung={list ?? []} onTravel={(node: string) => void travel(node)} />}
      {/* Stays there: what comes together with its region is not heard. */}
      <p role="status" className="visually-hidden">
        {asked !== null && known && (known.answers.map(({ sentence }) => sentence).join(' ') || knows.nobody(asked))}
      </p>
      {asked !== null && known && (
        <section>
          <h2 className="visually-hidden">{knows.answers}</h2>
          {known.answers.length === 0 ? (
            <p className={styles.nobody}>{knows.nobody(asked)}</p>
          ) : (
            <ul className={styles.answers}>
              {known.answers.map(({ node, sentence, leadsTo }) => (
                <li key={`${node} ${sentence}`}>
                  <button type="button" onClick={() => void travel(node)}>
                    <span translate="no">{sentence}</span>
                  </button>
                  {leadsTo !== undefined && <SheetLink id={leadsTo} sheets={list ?? []} />}
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      <Overview judged={JSON.stringify(pairs)} onTravel={(node) => void travel(node)} />
    </div>
  );
}

interface OverviewProps {
  /** What was answered about names so far: with another answer it is asked anew. */
  readonly judged: string;
  readonly onTravel: (node: string) => void;
}

/** What stands on two sheets or more, and names of which one wonders whether they are one. */
function Overview({ judged, onTravel }: OverviewProps) {
  const { knows, told } = useText();
  const { session } = useRoom();
  const [known, setKnown] = useState<Known | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer about names is the same question anew.
  useEffect(() => {
    let left = false;
    commonsApi.knows(session.id, session.key, {}).then(
      (found) => !left && setKnown(found),
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [session, judged]);
  const { recurs = [], near = [] } = known ?? {};
  const judge = (a: string, b: string, verdict: 'same' | 'different' | 'unknown') => {
    if (session.perform((room) => judgeNames(room, a, b, verdict))) tell(told.judged[verdict]);
  };
  return (
    <>
      {recurs.length > 0 && (
        <section className={styles.paper} aria-labelledby="knows-recurs">
          <h2 id="knows-recurs">{knows.recurs}</h2>
          <NamesToTravel names={recurs} onTravel={onTravel} />
        </section>
      )}
      {near.length > 0 && session.role !== 'viewer' && (
        <section className={styles.paper} aria-labelledby="knows-near">
          <h2 id="knows-near">{knows.near}</h2>
          <ul className={styles.near}>
            {near.map(([a, b]) => (
              <li key={`${a}|${b}`}>
                <span>{knows.isOne(a, b)}</span>
                <span className={styles.verdicts}>
                  <Button onClick={() => judge(a, b, 'same')}>{knows.same}</Button>
                  <Button onClick={() => judge(a, b, 'different')}>{knows.different}</Button>
                  <Button kind="quiet" onClick={() => judge(a, b, 'unknown')}>
                    {knows.unknown}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
