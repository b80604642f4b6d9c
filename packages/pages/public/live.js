// Everything works without this. With it: what is about people goes from the screen when what they share changes, and what
// may still be read is asked for again. What is said of it is in the page: see Layout.
const LATE_MS = 500; // So long what stands may stay while the page is asked again.
const LOST_MS = 2_000; // So long while nothing is heard of changes; longer on a line that has not been heard at all yet.
const FIRST_MS = 10_000;
const ASKING_MS = 10_000;
const LONGEST_PAUSE_MS = 60_000;

const live = () => [...document.querySelectorAll('[data-live]')];
const peopleIn = (sections) => [...new Set(sections.flatMap((section) => section.dataset.live.split(',').filter(Boolean)))].join(',');
const templateOf = (id) => document.getElementById(id).content.cloneNode(true);
const say = (what) => {
  const said = document.getElementById('live-said');
  said.textContent = said.dataset[what] ?? '';
};

/** A form in which somebody has typed or chosen something is theirs: it stays, whatever goes around it. */
function isTyped(field) {
  if (field.matches('select')) return field.selectedIndex !== Math.max([...field.options].findLastIndex((option) => option.defaultSelected), 0);
  if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
  return field.matches('textarea, input:not([type=hidden])') && field.value !== field.defaultValue;
}
const typedFormsIn = (part) => [...part.querySelectorAll('form')].filter((form) => [...form.elements].some((field) => isTyped(field) || (field === document.activeElement && field.matches('textarea, input'))));

function put(part, ...content) {
  const forms = typedFormsIn(part);
  const hadFocus = part.contains(document.activeElement) && !forms.some((form) => form.contains(document.activeElement));
  part.replaceChildren(...content);
  for (const form of forms) {
    [...part.querySelectorAll('form')].find((other) => other.getAttribute('action') === form.getAttribute('action'))?.remove();
    part.append(form);
  }
  if (!hadFocus) return;
  part.tabIndex = -1;
  part.focus();
}

const isClosed = (section) => section.dataset.closed !== undefined;
function close(section) {
  if (isClosed(section)) return;
  section.dataset.closed = '';
  put(section, templateOf('live-closed'));
}

function closeAll() {
  if (live().some((section) => !isClosed(section))) say('closed');
  for (const section of live()) close(section);
}

/** The page is not there for this reader any more: nothing of it stays. */
function closePage() {
  leave();
  say('closed');
  put(document.getElementById('main-content'), templateOf('page-closed'));
}

const alike = (section, sections) => sections.filter((other) => other.dataset.live === section.dataset.live);

/** Puts the parts of a new page in the place of those that stand. One that has none to take its place is closed. */
function renew(page) {
  const old = live(), fresh = [...page.querySelectorAll('[data-live]')];
  let isOther = false;
  for (const [place, section] of old.entries()) {
    const same = alike(section, fresh);
    // Lists change whom they are about; then it is their place that tells them.
    const next = old.length === fresh.length ? fresh[place] : same.length === alike(section, old).length ? same[alike(section, old).indexOf(section)] : undefined;
    if (next && !isClosed(section) && next.innerHTML === section.innerHTML) continue;
    isOther = true;
    if (!next) close(section);
    else {
      delete section.dataset.closed;
      section.dataset.live = next.dataset.live;
      put(section, ...document.importNode(next, true).childNodes);
    }
  }
  seen = seenIn(page);
  if (isOther) say(old.some(isClosed) ? 'closed' : 'changed');
}

let asking = false, askAgain = false;
/** Asks for this very page again. It is not its reader who asks: see askedByPage. */
async function ask() {
  askAgain = asking;
  if (asking) return;
  asking = true;
  const late = setTimeout(closeAll, LATE_MS);
  try {
    const response = await fetch(location.href, { headers: { 'x-asked-by-page': 'yes' }, redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(ASKING_MS) });
    if (response.type === 'opaqueredirect' || [401, 403, 404].includes(response.status)) closePage();
    else if (!response.ok) throw new Error('no page');
    else renew(new DOMParser().parseFromString(await response.text(), 'text/html'));
  } catch {
    closeAll();
    lose();
  } finally {
    clearTimeout(late);
    asking = false;
  }
  if (askAgain) await ask();
  else if (stream && peopleIn(live()) !== watched) listen();
}

/** What this page was made of, person by person: the stream then tells at once what is another by now. */
function seenIn(page) {
  const meta = page.querySelector('meta[name=since]');
  return { purpose: meta?.dataset.purpose ?? '', texts: new Map((meta?.content ?? '').split(' ').filter(Boolean).map((one) => one.split(':'))) };
}
let seen = seenIn(document);

let stream, watched = '', isLost = false, isLeft = false, tries = 0, losing, trying;

/** Opens a stream; the one before it goes on until this one tells. */
function listen() {
  const before = stream, people = peopleIn(live());
  if (people === '') return leave();
  const texts = people.split(',').map((id) => seen.texts.get(id) ?? '');
  const opened = new EventSource(`/events?people=${encodeURIComponent(people)}&since=${texts.join('~')}&purpose=${seen.purpose}`);
  [stream, watched] = [opened, people];
  const mine = (act) => () => void (stream === opened && act());
  opened.addEventListener('ready', mine(() => {
    before?.close();
    clearTimeout(losing);
    [losing, tries] = [undefined, 0];
    // What was missed is told next; but not of whom the page says nothing.
    if (live().some(isClosed) || (isLost && texts.includes(''))) void ask();
    isLost = false;
  }));
  opened.addEventListener('changed', () => void ask());
  opened.addEventListener('renew', mine(listen));
  for (const end of ['over', 'error']) {
    opened.addEventListener(end, () => {
      opened.close();
      if (stream === opened) lose();
      // It ended before the next one told: something may have been missed between them.
      else isLost = true;
    });
  }
}

/** Nothing is known of changes: what stands is closed in a moment, and whoever looks at this window tries again. */
function lose(first = false) {
  stream?.close();
  [stream, isLost] = [undefined, !first];
  losing ??= setTimeout(closeAll, first ? FIRST_MS : LOST_MS);
  if (!first) tryAgain();
}

function tryAgain() {
  clearTimeout(trying);
  if (isLeft || document.hidden) return;
  trying = setTimeout(() => void (stream === undefined && !isLeft && listen()), Math.min(500 * 2 ** tries++, LONGEST_PAUSE_MS) * (0.5 + Math.random() / 2));
}

function leave() {
  isLeft = true;
  clearTimeout(trying);
  clearTimeout(losing);
  stream?.close();
  stream = undefined;
}

if (live().length > 0) {
  lose(true);
  listen();
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && stream === undefined) {
      tries = 0;
      tryAgain();
    }
  });
  // A page that the browser keeps for "back" has nobody in it.
  addEventListener('pagehide', () => {
    leave();
    for (const section of live()) close(section);
  });
}
