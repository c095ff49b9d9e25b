import type { RecordOrigin } from '../sensors/sensor.ts';
import type { SessionEventInput } from '../sensors/sessionEventInput.ts';

/** An event on its way to the server, and where it came from. */
export type OutgoingEvent = {
  readonly event: SessionEventInput;
  /** The event as it is sent. */
  readonly json: string;
  readonly origin: RecordOrigin;
};
