/** What a node is told about the others. */
export interface RelayListener {
  /** Messages reach the others from now on, or do not. After a pause, some were missed. */
  onLive(live: boolean): void;
  /** A node has stopped, or has not been heard of for a while. */
  onGone(node: string): void;
}

/**
 * Carries messages between nodes, quickly and without promises: one that is lost stays lost, and whoever needs to know
 * finds out by the numbering of what is stored. Messages of one node arrive in the order in which it sent them.
 */
export interface Relay {
  /** This node's name among the others; another at every start. */
  readonly node: string;
  /** Whether messages go round at this moment. */
  readonly live: boolean;
  /** Why they do not, in words for the log and `/readyz`; null when all is well. */
  readonly problem: string | null;
  /** Whether another node was heard of lately. */
  isAlive(node: string): boolean;
  listen(listener: RelayListener): void;
  /** Resolves when messages on this channel come in or, while the relay is away, at once. */
  subscribe(channel: string, hear: (message: Uint8Array) => void): Promise<void>;
  unsubscribe(channel: string): void;
  /**
   * Sends to all other nodes that subscribed. While the relay is away, to nobody. Resolves with whether others had subscribed;
   * true also when that is not known.
   */
  publish(channel: string, message: Uint8Array): Promise<boolean>;
  /** Whether another node has subscribed to this channel. Rejects while the relay is away. */
  hasOthers(channel: string): Promise<boolean>;
  close(): Promise<void>;
}

/** No relay: a node that runs alone, or meets the others in the store only. */
export class NoRelay implements Relay {
  readonly node = 'alone';
  readonly live = false;
  readonly problem = null;

  isAlive(): boolean {
    return false;
  }

  listen(): void {
    // There is never any news.
  }

  async subscribe(): Promise<void> {
    // Nothing will come in.
  }

  unsubscribe(): void {
    // Nothing was subscribed to.
  }

  async publish(): Promise<boolean> {
    return false;
  }

  async hasOthers(): Promise<boolean> {
    return false;
  }

  async close(): Promise<void> {
    // There is nothing to close.
  }
}
