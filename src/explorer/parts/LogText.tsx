import { escapeText, splitText } from './escapeText.ts';

/** Text from a log, which cannot disturb what is around it: in one line, and with its invisible characters as escapes. */
export const LogText = ({ text }: { readonly text: string }) => (
  <bdi class="name" title={escapeText(text)}>
    {splitText(text).map((part, index) =>
      part.isEscape ? (
        <span key={index} class="escape">
          {part.text}
        </span>
      ) : (
        part.text
      ),
    )}
  </bdi>
);
