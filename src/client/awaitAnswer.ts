/** How long a command waits for a server that accepts connections and does not answer. */
export type ResponseTimeouts = {
  /** After this time the command tells the user what it is waiting for. */
  readonly noticeMs: number;
  /** After this time it gives up on the first request, which is a small one. Later requests, such as large batches, have a longer deadline. */
  readonly firstAnswerMs: number;
};

export const DEFAULT_RESPONSE_TIMEOUTS: ResponseTimeouts = { noticeMs: 5_000, firstAnswerMs: 20_000 };

/** Waits for an answer; calls `onSilence` once if it takes longer than `noticeMs`. */
export const awaitAnswer = async <T>(
  answer: Promise<T>,
  noticeMs: number,
  onSilence: () => void,
): Promise<T> => {
  const timer = setTimeout(onSilence, noticeMs);
  try {
    return await answer;
  } finally {
    clearTimeout(timer);
  }
};
