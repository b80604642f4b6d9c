import { expect, test } from '@jest/globals';
import { keepSince, nothingSince, readSince, writeSince } from './since.ts';

test('of several answers about somebody a page brings what came with each, and for what was asked', () => {
  const since = nothingSince();
  keepSince(since, { morag: 'aaaa', callum: 'bbbb' }, undefined);
  keepSince(since, { morag: 'cccc' }, 'REFERRAL');
  expect([writeSince(since), since.purpose]).toEqual(['morag:aaaa.cccc callum:bbbb', 'REFERRAL']);
});

test.each([undefined, null, 'morag', 7])('an answer that brings %j leaves what was kept', (told) => {
  const since = nothingSince();
  keepSince(since, { morag: 'aaaa' }, 'REFERRAL');
  keepSince(since, told, undefined);
  expect([writeSince(since), since.purpose]).toEqual(['morag:aaaa', 'REFERRAL']);
});

test.each([7, '', 'a b', 'a:b', 'a.b', '"><script>', 'a'.repeat(33)])('what is no text of the gateway\'s stands as what holds for nobody: %j', (text) => {
  const since = nothingSince();
  keepSince(since, { morag: text }, undefined);
  expect(writeSince(since)).toBe('morag:-');
});

test.each<[string | undefined, ReturnType<typeof readSince>]>([
  [undefined, undefined], ['aaaa~bbbb.cccc', { morag: 'aaaa', callum: 'bbbb.cccc' }], ['~bbbb', { callum: 'bbbb' }], ['~', {}],
  ['', ''], ['aaaa', ''], ['aaaa~bbbb~cccc', ''], ['?~!', { morag: '?', callum: '!' }],
])('a page that sends %j brings %j', (sent, brought) => {
  expect(readSince(sent, ['morag', 'callum'])).toEqual(brought);
});
