/** A change of a host's clock by a minute or more: times before and after it may not be comparable. */
export type ClockChange = {
  readonly hostname: string;
  /** Canonical UTC text. */
  readonly oldTime: string;
  readonly newTime: string;
};
