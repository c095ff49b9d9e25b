type MistakeTextProps = { readonly messages: readonly string[] };

/** Says beside a field what is wrong with it. */
export const MistakeText = ({ messages }: MistakeTextProps) =>
  messages.length === 0 ? null : (
    <strong class="argument-mistake" role="alert">
      {messages.join(' ')}{' '}
    </strong>
  );
