import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BoxId } from '../../shared/layout/boxes.ts';
import type { PositionLetter } from '../../shared/model/schema.ts';
import type { Attendee } from '../document/cloth-session.ts';
import { useCloth } from './cloth-context.tsx';

/** The panels that can stand at the side of the cloth. */
export type SideName =
  | 'outline'
  | 'contacts'
  | 'guide'
  | 'insights'
  | 'moments'
  | 'doubles'
  | 'ties'
  | 'together'
  | 'line';

export type DialogName =
  | 'share'
  | 'take-home'
  | 'bring-in'
  | 'about'
  | 'shortcuts'
  | 'manage'
  | 'say'
  | 'hang'
  | 'path'
  | 'photo'
  | 'heard';

/** What of what happens on the cloth is put in words for who does not see it. */
export type Announces = 'all' | 'mine' | 'off';

/** What stands open round one cloth, and where this person is on it. Begins anew with every cloth, and is gone with it. */
export interface PageState {
  /** The panel at the side; one at a time, or none. */
  readonly side: SideName | null;
  /** The dialog over the cloth; one at a time, or none. */
  readonly dialog: DialogName | null;
  /** A cloth file or list that was dropped on the page, for the dialog to bring in. */
  readonly dropped: File | null;
  /** In which box of a theme sheet one writes. */
  readonly box: BoxId;
  /** The cloth is looked at by position; `pointsAt` draws the eye to one field. */
  readonly fields: { readonly pointsAt: PositionLetter | null } | null;
  /** The moment that is compared with now, on the cloth and in words. */
  readonly compared: string | null;
  /** The moment for all from which this person looks away (see `forAll`). */
  readonly left: string | null;
  /** Before which seat this person stands on a walk of their own; null when they are not walking. */
  readonly walk: string | null;
  /** From which leading this person looks away (see `leadingKey`). */
  readonly away: string | null;
  /** Which message to all was put away, by its number. */
  readonly heard: number | null;
  /** Who leads is about to point out a place on the cloth. */
  readonly pointing: boolean;
  /** The photo under the cloth is being placed. */
  readonly placing: boolean;
  /** To whom the leading is being handed over: they are asked, and have not come yet. */
  readonly hand: Attendee | null;
  /** What was put in words last for who does not see the cloth, the newest first. */
  readonly spoken: readonly string[];
  /** How high the bars are that lie at the top and at the bottom, CSS px: they grow with letters and fingers. */
  readonly bars: { readonly top: number; readonly bottom: number };
}

/** The state of a page round one cloth, with the ways to change it that have a name. */
export interface Page extends StoreApi<PageState> {
  openSide(name: SideName): void;
  closeSide(): void;
  /** Opens the panel, or closes it when it is the one that is open. */
  toggleSide(name: SideName): void;
  openDialog(name: DialogName): void;
  closeDialog(): void;
  /** Looks at the cloth by position. */
  openFields(pointsAt?: PositionLetter): void;
  /** Back to the cloth. */
  closeFields(): void;
}

export function createPage(): Page {
  const store = createStore<PageState>(() => ({
    side: null,
    dialog: null,
    dropped: null,
    box: 'ideas',
    fields: null,
    compared: null,
    left: null,
    walk: null,
    away: null,
    heard: null,
    pointing: false,
    placing: false,
    hand: null,
    spoken: [],
    bars: { top: 52, bottom: 48 },
  }));
  const { setState } = store;
  return {
    ...store,
    openSide: (side) => setState({ side }),
    closeSide: () => setState({ side: null }),
    toggleSide: (name) => setState(({ side }) => ({ side: side === name ? null : name })),
    openDialog: (dialog) => setState({ dialog }),
    closeDialog: () => setState({ dialog: null }),
    openFields: (pointsAt) => setState({ fields: { pointsAt: pointsAt ?? null } }),
    closeFields: () => setState({ fields: null }),
  };
}

/** The page round the cloth that this panel belongs to. */
export function usePage(): Page {
  return useCloth().page;
}

/** Part of the state of the page round this cloth. */
export function usePageState<T>(select: (state: PageState) => T): T {
  return useStore(usePage(), select);
}
