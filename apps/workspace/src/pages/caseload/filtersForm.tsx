import { workspaceWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import { ANY, REVIEWS, SHARINGS, SORTS } from './filters.ts';
import type { CaseloadPage, Choices } from './presenter.ts';

const { filters: say } = workspaceWords.caseload;

const worded = <Value extends string>(values: readonly Value[], texts: Readonly<Record<Value, string>>): Choices => values.map((value) => [value, texts[value]]);

/** What is to be seen, in what order. All of it stands in the address, so that a list can be kept and come back to. */
export const FiltersForm: FC<{ readonly page: CaseloadPage; readonly after: string | null }> = ({ page, after }) => {
  const { filters } = page;
  return (
    <form method="get" action="/caseload" class="app-filters" aria-labelledby="filters-heading">
      <h2 id="filters-heading">{say.heading}</h2>
      {after !== null && <input type="hidden" name="after" value={after} />}
      <div class="app-filters-fields">
        <Choice name="sort" label={say.sort} of={worded(SORTS, say.sorts)} chosen={filters.sort} />
        <Choice name="stage" label={say.stage} none={say.anyStage} of={page.stages} chosen={filters.stage?.toString()} />
        <Choice name="review" label={say.review} none={say.anyReview} of={worded(REVIEWS, say.reviews)} chosen={filters.review} />
        <Choice name="sharing" label={say.sharing} none={say.anySharing} of={worded(SHARINGS, say.sharings)} chosen={filters.sharing} />
        <Choice name="need" label={say.need} hint={say.needHint} none={say.noNeed} of={[[ANY, say.anyNeed], ...page.needs]} chosen={filters.need} />
        <Choice name="area" label={say.area} hint={say.areaHint} none={say.noArea} of={[[ANY, say.anyArea], ...page.areas]} chosen={filters.area} />
      </div>
      <div class="app-acts">
        <button class="ds_button" type="submit">{say.apply}</button>
        {page.clear !== undefined && <a class="ds_button ds_button--secondary" href={page.clear}>{say.clear}</a>}
      </div>
    </form>
  );
};

/** One question with its answers. `none`: what is chosen while nothing is. */
const Choice: FC<{ readonly name: string; readonly label: string; readonly hint?: string; readonly none?: string; readonly of: Choices; readonly chosen: string | undefined }> = ({ name, label, hint, none, of, chosen }) => (
  <div class="ds_question">
    <label class="ds_label" for={name}>{label}</label>
    {hint !== undefined && <p class="ds_hint-text" id={`${name}-hint`}>{hint}</p>}
    <div class="ds_select-wrapper">
      <select class="ds_select" id={name} name={name} aria-describedby={hint === undefined ? undefined : `${name}-hint`}>
        {none !== undefined && <option value="">{none}</option>}
        {of.map(([value, text]) => <option value={value} selected={value === chosen}>{text}</option>)}
      </select>
      <span class="ds_select-arrow" aria-hidden="true"></span>
    </div>
  </div>
);
