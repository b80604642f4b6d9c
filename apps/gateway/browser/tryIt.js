import { useEditorContext } from '@graphiql/react';
import { GraphiQL } from 'graphiql';
import { createElement as h, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import './tryIt.css';
import { memory } from './memory.js';
import { QUESTIONS } from './questions.js';
import { SharingTable } from './sharingTable.js';

const { accounts, purposes } = JSON.parse(document.getElementById('house').textContent);
const isPerson = (name) => accounts.find((account) => account.name === name)?.kind === 'person';

const post = async (url, body, headers = {}) => {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
  return response.json();
};

/** Signs in at the house's own issuer, by way of the gateway: the page never has the secret, and the token only while it is open. */
const signIn = async (account) => (await post('/try/sign-in', { account })).token;

function Select({ label, value, options, onChange, disabled = false }) {
  return h('label', null, label, ' ', h('select', { value, disabled, onChange: (event) => onChange(event.target.value) },
    options.map(({ name, words }) => h('option', { key: name, value: name }, words))));
}

/** Puts a ready question where questions are written; what the last one was answered goes. */
function ReadyQuestion({ text }) {
  const { queryEditor, responseEditor } = useEditorContext();
  useEffect(() => queryEditor?.setValue(text), [queryEditor, text]);
  useEffect(() => responseEditor?.setValue(''), [text]);
  return null;
}

const storage = memory();

function TryIt() {
  const [question, setQuestion] = useState(QUESTIONS[0].name);
  const [account, setAccount] = useState(QUESTIONS[0].as);
  const [purpose, setPurpose] = useState(purposes[0].name);
  const [sharing, setSharing] = useState([]);
  const chosen = QUESTIONS.find(({ name }) => name === question);
  // Read when a question is sent, so that what is chosen then counts.
  const asking = useRef({});
  asking.current = { question, account, purpose };
  const tokens = useRef(new Map());
  useEffect(() => setSharing([]), [question, account, purpose]);

  const ask = async (params) => {
    const now = asking.current;
    const isIntrospection = params.operationName === 'IntrospectionQuery';
    if (!isIntrospection && !tokens.current.has(now.account)) tokens.current.set(now.account, signIn(now.account));
    const token = await tokens.current.get(now.account);
    const headers = isIntrospection ? {} : { authorization: `Bearer ${token}`, ...(isPerson(now.account) ? {} : { purpose: now.purpose }) };
    const answer = await post('/graphql', params, headers);
    // A token that has run out: the next question signs in again.
    if (answer.errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED')) tokens.current.delete(now.account);
    // An answer that comes late does not stand under another question.
    if (!isIntrospection && now.question === asking.current.question) setSharing(answer.extensions?.sharing ?? []);
    return answer;
  };

  return h('div', { className: 'try-it' },
    h('header', null,
      h('h1', null, 'Thegither'),
      h(Select, { label: 'Question', value: question, options: QUESTIONS.map(({ name }) => ({ name, words: name })), onChange: (name) => {
        setQuestion(name);
        setAccount(QUESTIONS.find((one) => one.name === name).as);
      } }),
      h(Select, { label: 'Sign in as', value: account, options: accounts, onChange: setAccount }),
      h(Select, { label: 'Why', value: purpose, options: purposes, onChange: setPurpose, disabled: isPerson(account) })),
    h('main', null, h(GraphiQL, { fetcher: ask, storage, isHeadersEditorEnabled: false, shouldPersistHeaders: false, forcedTheme: 'light' },
      h(GraphiQL.Footer, null, h(ReadyQuestion, { text: chosen.text })))),
    h('aside', { 'aria-label': 'The state of each topic', 'aria-live': 'polite' }, h('h2', null, 'The state of each topic'), h(SharingTable, { sharing })));
}

createRoot(document.getElementById('try-it')).render(h(TryIt));
