import { useId } from 'react';
import { useStore } from 'zustand';
import { NAMES } from '../../../shared/method/named.ts';
import { POSITION_LETTERS } from '../../../shared/model/schema.ts';
import type { Moment } from '../../../shared/model/snapshot.ts';
import { PAGE_COLOURS, PAGE_PARTS, PAPER_NAMES, type PaperName, paperSize } from '../../../shared/scene/page-choice.ts';
import { layTiles, MOST_TILES, TILE_NAMES } from '../../../shared/scene/tiles.ts';
import { useText } from '../../i18n/use-text.ts';
import { Switch } from '../../look/Switch.tsx';
import { useCloth } from '../cloth-context.tsx';
import { useWhen } from '../moments/use-when.ts';
import styles from './TakeHomeDialog.module.css';
import type { ChosenPage, PageToTake, Taken } from './use-page-choice.ts';

/** What there is nothing of to show: a theme sheet has no letters and contacts and is cut off nowhere; fields and stones explain themselves. */
function nothingOf({ taken, cloth }: ChosenPage): readonly (typeof PAGE_PARTS)[number][] {
  if (cloth.meta.sheet === 'theme') return ['fill', 'legend', 'marks'];
  return taken.of === 'positions' || taken.of === 'path' ? ['legend', 'marks'] : [];
}

/** What of the cloth is on the page, on which paper, and how it looks. */
export function PageChoices({ page, whole }: { readonly page: ChosenPage; readonly whole: boolean }) {
  return (
    <div className={styles.choices}>
      <WhatChoice page={page} whole={whole} />
      <LooksChoices page={page} people nothing={nothingOf(page)} />
    </div>
  );
}

interface LooksChoicesProps {
  readonly page: PageToTake;
  /** Whether there are people on it whose names may be left out. */
  readonly people?: boolean;
  /** What there is nothing of to show. */
  readonly nothing: readonly (typeof PAGE_PARTS)[number][];
}

/** On which paper a page is, in which colours, and what stands on it. */
export function LooksChoices({ page, people = false, nothing }: LooksChoicesProps) {
  const { takeHome } = useText();
  const { choice, choose } = page;
  return (
    <>
      <OneOf
        label={takeHome.paper}
        options={PAPER_NAMES.map((name) => [name, paperName(name, takeHome.papers)] as const)}
        chosen={choice.paper}
        onChoose={(paper) => choose({ paper })}
      />
      <TileChoice page={page} />
      <OneOf
        label={takeHome.colours}
        options={PAGE_COLOURS.map((name) => [name, takeHome.colour[name]] as const)}
        chosen={choice.colours}
        onChoose={(colours) => choose({ colours })}
      />
      {people && (
        <OneOf
          label={takeHome.names}
          options={NAMES.map((name) => [name, takeHome.naming[name]] as const)}
          chosen={choice.names}
          onChoose={(names) => choose({ names })}
        />
      )}
      <fieldset className={styles.group}>
        <legend>{takeHome.besides}</legend>
        <div className={styles.switches}>
          {PAGE_PARTS.filter((part) => !nothing.includes(part)).map((part) => (
            <Switch
              key={part}
              label={takeHome.show[part]}
              on={choice[part]}
              onChange={(on) => choose({ [part]: on })}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}

/** Whether a PDF comes in parts, where its paper is larger than what most people can print on. */
function TileChoice({ page: { laid, choice, choose } }: { readonly page: PageToTake }) {
  const { takeHome } = useText();
  const size = paperSize(laid, choice.paper);
  const sheets = TILE_NAMES.map((name) => [name, layTiles(size, name).tiles.length] as const);
  // An A3 on A3 sheets is in parts too, for no printer reaches its edge; but nobody means that.
  const useful = sheets.filter(([name, count]) => name !== choice.paper && count > 1 && count <= MOST_TILES);
  if (choice.paper === 'slide' || useful.length === 0) return null;
  const chosen = useful.find(([name]) => name === choice.tile)?.[0] ?? 'one';
  return (
    <OneOf
      label={takeHome.tiles}
      options={[
        ['one', takeHome.oneSheet] as const,
        ...useful.map(([name, count]) => [name, takeHome.sheets(count, name.toUpperCase())] as const),
      ]}
      chosen={chosen}
      onChoose={(tile) => choose({ tile: tile === 'one' ? null : tile })}
    />
  );
}

function paperName(name: PaperName, names: Readonly<Record<'slide' | 'own', string>>): string {
  return name === 'slide' || name === 'own' ? names[name] : name.toUpperCase();
}

interface OneOfProps<T extends string> {
  readonly label: string;
  readonly options: readonly (readonly [value: T, words: string])[];
  readonly chosen: T;
  readonly onChoose: (value: T) => void;
}

/** A few things of which one is chosen, side by side. */
function OneOf<T extends string>({ label, options, chosen, onChoose }: OneOfProps<T>) {
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      <div className={styles.chips}>
        {options.map(([value, words]) => (
          <label key={value} className={styles.chip} data-chosen={value === chosen}>
            <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function WhatChoice({ page, whole }: { readonly page: ChosenPage; readonly whole: boolean }) {
  const { takeHome, positions } = useText();
  const { session, view } = useCloth();
  const id = useId();
  const when = useWhen();
  const { seats, items, moments } = useStore(session.snapshot);
  const selection = useStore(view, (state) => state.selection);
  const selected = items.filter((item) => selection.has(item.id)).map((item) => item.id);
  const { parts } = takeHome;
  const nameOf = ({ name, createdAt }: Moment) => name || when(createdAt);
  const sides = seats.filter(({ name }) => name.trim() !== '');
  const isSheet = page.cloth.meta.sheet === 'theme';
  const all: readonly { readonly taken: Taken; readonly words: string; readonly group?: string }[] = [
    { taken: { of: 'whole' }, words: parts.whole },
    ...(isSheet
      ? []
      : [
          { taken: { of: 'positions' } as const, words: parts.positions },
          { taken: { of: 'path' } as const, words: parts.path },
        ]),
    ...(selected.length > 0
      ? [{ taken: { of: 'selection', ids: selected } as const, words: parts.selection(selected.length) }]
      : []),
    ...sides.map(({ id: seat, name }) => ({
      taken: { of: 'edge', seat } as const,
      words: parts.edge(name),
      group: parts.edges,
    })),
    ...(isSheet ? [] : POSITION_LETTERS).map((letter) => ({
      taken: { of: 'position', letter } as const,
      words: parts.position(positions[letter].name),
      group: parts.positionsTitle,
    })),
    // A moment holds every word, those that are hidden now as well.
    ...(whole
      ? moments.map((moment) => ({
          taken: { of: 'moment', id: moment.id } as const,
          words: nameOf(moment),
          group: parts.momentsTitle,
        }))
      : []),
    ...(whole
      ? moments.map((moment) => ({
          taken: { of: 'since', id: moment.id, to: null } as const,
          words: parts.since(nameOf(moment)),
          group: parts.sinceTitle,
        }))
      : []),
  ];
  const groups = [...new Set(all.map(({ group }) => group))];
  const option = ({ taken, words }: (typeof all)[number]) => (
    <option key={keyOf(taken)} value={keyOf(taken)}>
      {words}
    </option>
  );
  return (
    <div className={styles.group}>
      <label htmlFor={id}>{takeHome.what}</label>
      <select
        id={id}
        value={keyOf(page.taken)}
        onChange={(event) => {
          const found = all.find(({ taken }) => keyOf(taken) === event.target.value);
          if (found) page.take(found.taken);
        }}
      >
        {groups.map((group) => {
          const options = all.filter((each) => each.group === group).map(option);
          return group === undefined ? (
            options
          ) : (
            <optgroup key={group} label={group}>
              {options}
            </optgroup>
          );
        })}
      </select>
      {page.taken.of === 'since' && (
        <UntilChoice since={page.taken.id} to={page.taken.to} moments={moments} nameOf={nameOf} onTake={page.take} />
      )}
    </div>
  );
}

interface UntilChoiceProps {
  readonly since: string;
  readonly to: string | null;
  readonly moments: readonly Moment[];
  readonly nameOf: (moment: Moment) => string;
  readonly onTake: (taken: Taken) => void;
}

/** With which later moment the earlier one is compared, or with how the cloth is now. */
function UntilChoice({ since, to, moments, nameOf, onTake }: UntilChoiceProps) {
  const { takeHome } = useText();
  const id = useId();
  const from = moments.find((moment) => moment.id === since);
  const later = moments.filter(({ createdAt }) => from && createdAt > from.createdAt);
  if (later.length === 0) return null;
  return (
    <>
      <label htmlFor={id}>{takeHome.until}</label>
      <select
        id={id}
        value={to ?? ''}
        onChange={({ target }) => onTake({ of: 'since', id: since, to: target.value || null })}
      >
        <option value="">{takeHome.now}</option>
        {later.map((moment) => (
          <option key={moment.id} value={moment.id}>
            {nameOf(moment)}
          </option>
        ))}
      </select>
    </>
  );
}

function keyOf(taken: Taken): string {
  switch (taken.of) {
    case 'edge':
      return `edge ${taken.seat}`;
    case 'position':
      return `position ${taken.letter}`;
    case 'moment':
    case 'since':
      return `${taken.of} ${taken.id}`;
    default:
      return taken.of;
  }
}
