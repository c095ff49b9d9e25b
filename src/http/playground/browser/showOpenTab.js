/** GraphiQL names a new tab and moves it into place within this many frames. */
const FRAMES = 60;

let framesLeft = 0;
/**
 * Where the strip and the open tab were in the last frame; null in the first.
 *
 * @type {{ tab: HTMLElement, offset: number, width: number, scroll: number } | null}
 */
let last = null;

/**
 * Scrolls the strip of tabs, and nothing else, so that the open tab is visible, and stays so while GraphiQL names and moves it. Stops when the
 * user scrolls the strip.
 */
export const showOpenTab = () => {
  const isRunning = framesLeft > 0;
  framesLeft = FRAMES;
  last = null;
  if (!isRunning) requestAnimationFrame(showInFrame);
};

const showInFrame = () => {
  const strip = document.querySelector('.graphiql-tabs');
  /** @type {HTMLElement | null} */
  const tab = document.querySelector('.graphiql-tab-active');
  if (strip !== null && tab !== null) {
    if (wasScrolled(strip, tab)) framesLeft = 0;
    else show(strip, tab);
  }
  framesLeft -= 1;
  if (framesLeft > 0) requestAnimationFrame(showInFrame);
};

/**
 * Whether the strip was scrolled although its tabs stayed where they were.
 *
 * @param {Element} strip
 * @param {HTMLElement} tab
 */
const wasScrolled = (strip, tab) =>
  last !== null &&
  last.tab === tab &&
  last.offset === tab.offsetLeft &&
  last.width === strip.scrollWidth &&
  last.scroll !== strip.scrollLeft;

/**
 * @param {Element} strip
 * @param {HTMLElement} tab
 */
const show = (strip, tab) => {
  const outer = strip.getBoundingClientRect();
  const { left, right } = tab.getBoundingClientRect();
  if (left < outer.left) strip.scrollLeft += left - outer.left;
  else if (right > outer.right) strip.scrollLeft += right - outer.right;
  last = { tab, offset: tab.offsetLeft, width: strip.scrollWidth, scroll: strip.scrollLeft };
};
