/** GraphiQL names a new tab and moves it into place within this many frames. */
const FRAMES = 60;

let framesLeft = 0;

/** Scrolls the strip of tabs, and nothing else, so that the open tab is visible, and stays so while GraphiQL names and moves it. */
export const showOpenTab = () => {
  const isRunning = framesLeft > 0;
  framesLeft = FRAMES;
  if (!isRunning) requestAnimationFrame(showInFrame);
};

const showInFrame = () => {
  const strip = document.querySelector('.graphiql-tabs');
  const tab = document.querySelector('.graphiql-tab-active');
  if (strip !== null && tab !== null) {
    const outer = strip.getBoundingClientRect();
    const { left, right } = tab.getBoundingClientRect();
    if (left < outer.left) strip.scrollLeft += left - outer.left;
    else if (right > outer.right) strip.scrollLeft += right - outer.right;
  }
  framesLeft -= 1;
  if (framesLeft > 0) requestAnimationFrame(showInFrame);
};
