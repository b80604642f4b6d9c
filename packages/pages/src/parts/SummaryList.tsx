import type { Child, FC } from 'hono/jsx';

/** One line: what it is and how it stands. */
export interface SummaryLine {
  readonly key: string;
  readonly value: Child;
}

/** Lines of what and how, for check answers and for the facts of one thing. */
export const SummaryList: FC<{ readonly lines: readonly SummaryLine[] }> = ({ lines }) => (
  <dl class="ds_summary-list">
    {lines.map(({ key, value }) => (
      <div class="ds_summary-list__item"><dt class="ds_summary-list__key">{key}</dt><dd class="ds_summary-list__value"><span class="ds_summary-list__answer">{value}</span></dd></div>
    ))}
  </dl>
);
