type MarkLimitProps = {
  readonly marks: { readonly pageInfo: { readonly hasNextPage: boolean } } | undefined;
};

/** Says that not all marks are drawn (hostTimeline.graphql and accountTimeline.graphql ask for 1,000). */
export const MarkLimit = ({ marks }: MarkLimitProps) =>
  marks?.pageInfo.hasNextPage === true ? (
    <p class="note warning">Only the first 1,000 failed logins and reconnects are drawn. Narrow the range.</p>
  ) : null;
