// Runs in each page that the benchmark opens, before the page's own scripts: counts requests, waits for pictures, and records frames. It is plain
// JavaScript, because a compiler's helpers do not exist in the page.
(() => {
  const WAIT_MS = 60_000;
  let sent = 0;
  let sentBeforeAnswer = 0;
  const send = globalThis.fetch;
  globalThis.fetch = async (...request) => {
    sent += 1;
    const response = await send(...request);
    sentBeforeAnswer = sent;
    return response;
  };

  const measureFiles = () =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => new URL(name).pathname.startsWith('/explorer/'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);

  /** Waits for an element; returns what had happened when it was there. Throws when it is not there in a minute. */
  const awaitPicture = async (selector) => {
    while (document.querySelector(selector) === null) {
      if (performance.now() > WAIT_MS)
        throw new Error(`${location.href} does not show ${selector}, but: ${document.body.innerText}`);
      await new Promise(requestAnimationFrame);
    }
    return { pictureMs: performance.now(), requests: sentBeforeAnswer, fileBytes: measureFiles() };
  };

  /** Whether a list shows rows that are not drawn. */
  const isBlank = (list) => {
    const { top, bottom } = list.getBoundingClientRect();
    return [...list.querySelectorAll('.spacer')].some((spacer) => {
      const seen = spacer.getBoundingClientRect();
      return seen.height > 0 && seen.top < bottom - 1 && seen.bottom > top + 1;
    });
  };

  let recording = null;

  const startRecording = () => {
    const frames = { intervalsMs: [], workMs: [], blank: 0 };
    const listening = new AbortController();
    const { signal } = listening;
    recording = { frames, listening };
    let workFrom = null;
    let lastBusy = null;
    const note = ({ type, target }) => {
      workFrom ??= performance.now();
      // Before the page draws other rows: what a user has seen since the list was scrolled.
      if (type === 'scroll' && target instanceof Element && isBlank(target)) frames.blank += 1;
    };
    for (const type of ['wheel', 'pointermove', 'keydown', 'scroll'])
      addEventListener(type, note, { capture: true, passive: true, signal });
    const started = [];
    const channel = new MessageChannel();
    channel.port1.addEventListener('message', () => frames.workMs.push(performance.now() - started.shift()));
    channel.port1.start();
    const onFrame = (now) => {
      if (lastBusy !== null) frames.intervalsMs.push(now - lastBusy);
      lastBusy = workFrom === null ? null : now;
      if (workFrom !== null) {
        started.push(workFrom);
        // The message arrives when the frame is painted.
        channel.port2.postMessage(null);
        workFrom = null;
      }
      if (!signal.aborted) requestAnimationFrame(onFrame);
    };
    requestAnimationFrame(onFrame);
  };

  /** Waits for the last frames, and returns all. */
  const stopRecording = async () => {
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    recording.listening.abort();
    return recording.frames;
  };

  globalThis.probe = { awaitPicture, startRecording, stopRecording };
})();
