import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { CommonsSnapshot } from '../../shared/model/commons.ts';
import type { Device } from '../device/device.ts';
import type { CommonsSession } from '../document/open-commons.ts';

/** The network room that its parts stand in. */
export interface OpenedRoom {
  readonly session: CommonsSession;
  readonly device: Device;
  /** Goes to a place in the app. */
  readonly goTo: (path: string) => void;
}

const Opened = createContext<OpenedRoom | null>(null);

export function RoomProvider({ value, children }: { readonly value: OpenedRoom; readonly children: ReactNode }) {
  return <Opened value={value}>{children}</Opened>;
}

export function useRoom(): OpenedRoom {
  const room = useContext(Opened);
  if (!room) throw new Error('a part stands outside a network room');
  return room;
}

/** What is known of the room, or a part of it. */
export function useRoomState<T>(select: (room: CommonsSnapshot) => T): T {
  return useStore(useRoom().session.snapshot, select);
}
