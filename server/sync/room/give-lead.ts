import type { Logger } from 'pino';
import { leadFrame } from '../frames/outgoing.ts';
import type { Member } from './member.ts';

/**
 * Gives a participant the leading: a key that leads, to their page alone. Whoever only looks is a screen, and who leads
 * already does; they get none. Who gave it sees the other come back as a facilitator, or stays the one who leads.
 */
export async function giveLead(member: Member, log: Logger): Promise<void> {
  if (member.role !== 'participant') return;
  try {
    const key = await member.mintLead();
    if (key !== null) member.warn(leadFrame(key));
  } catch (error) {
    log.warn({ connection: member.id, err: error }, 'the leading could not be given');
  }
}
