type DescriptionProps = { readonly text: string };

/** A description from the schema: paragraphs, lists of `- ` and code in backticks. */
export const Description = ({ text }: DescriptionProps) => (
  <div class="description">
    {text.split('\n\n').map((block, index) =>
      block.startsWith('- ') ? (
        <ul key={index}>
          {block
            .slice(2)
            .split('\n- ')
            .map((item) => (
              <li key={item}>
                <WithCode text={item} />
              </li>
            ))}
        </ul>
      ) : (
        <p key={index}>
          <WithCode text={block} />
        </p>
      ),
    )}
  </div>
);

/** A text in which every second part between backticks is code. */
export const WithCode = ({ text }: DescriptionProps) => (
  <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}</>
);
