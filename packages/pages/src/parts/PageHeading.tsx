import type { FC } from 'hono/jsx';

/** What the page is about, and under what. */
export const PageHeading: FC<{ readonly text: string; readonly label?: string | undefined }> = ({ text, label }) => (
  <header class="ds_page-header">
    {label !== undefined && <span class="ds_page-header__label ds_content-label">{label}</span>}
    <h1 class="ds_page-header__title">{text}</h1>
  </header>
);
