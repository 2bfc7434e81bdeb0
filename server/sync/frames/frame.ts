import * as ws from 'ws';

interface Sender {
  /** Public in `ws`, and not in its types: a message as the pieces of one frame, the last of which is the message itself. */
  frame(
    data: Uint8Array,
    options: {
      readonly fin: boolean;
      readonly opcode: number;
      readonly mask: boolean;
      readonly readOnly: boolean;
      readonly rsv1: boolean;
    },
  ): readonly Uint8Array[];
}

const { Sender } = ws as unknown as { readonly Sender: Sender };

/** A whole binary message (RFC 6455, 5.2) that is not compressed; what a server sends has no mask. */
const WHOLE = { fin: true, opcode: 2, mask: false, readOnly: true, rsv1: false } as const;

/** A message as it goes over the wire: its header, and the message, which is not copied. */
export function frameOf(message: Uint8Array): readonly Uint8Array[] {
  return Sender.frame(message, WHOLE);
}
