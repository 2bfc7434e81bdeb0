import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { CanvasHandle, ClothContext } from '../canvas/canvas-handle.ts';
import type { ViewStore } from '../canvas/view-store.ts';
import type { Device } from '../device/device.ts';
import type { ClothSession } from '../document/cloth-session.ts';
import type { Way } from '../document/own-cloth.ts';
import { KindInTheMiddle, OnThemeSheet } from '../i18n/kind.ts';
import type { Page } from './page.ts';

/** The cloth that the panels stand round. */
export interface OpenedCloth {
  readonly session: ClothSession;
  readonly view: ViewStore;
  /** What stands open round it. */
  readonly page: Page;
  /** Null until the canvas is there. */
  readonly canvas: CanvasHandle | null;
  /** The key this page was opened with. */
  readonly linkKey: string;
  /** The network room whose key that is, where this cloth was come to by way of one. */
  readonly via?: string | undefined;
  readonly device: Device;
  /** Leaves for another cloth. */
  readonly goTo: (way: Way) => void;
}

const Opened = createContext<OpenedCloth | null>(null);

/** Says to the panels within which cloth they stand round, and to all texts what is in its middle. */
export function ClothProvider({ value, children }: { readonly value: OpenedCloth; readonly children: ReactNode }) {
  const kind = useStore(value.session.snapshot, ({ meta }) => meta.kind);
  const isSheet = useStore(value.session.snapshot, ({ meta }) => meta.sheet === 'theme');
  return (
    <KindInTheMiddle value={kind}>
      <OnThemeSheet value={isSheet}>
        <Opened value={value}>{children}</Opened>
      </OnThemeSheet>
    </KindInTheMiddle>
  );
}

export function useCloth(): OpenedCloth {
  const cloth = useContext(Opened);
  if (!cloth) throw new Error('a panel stands outside a cloth');
  return cloth;
}

/** What actions and composing need; null until the canvas is there. */
export function contextOf({ session, view, canvas }: OpenedCloth): ClothContext | null {
  return canvas && { session, view, canvas };
}
