import { describe, expect, it } from 'vitest';
import { cleanName, cleanText, isBlank } from '../../../shared/text/clean-text.ts';

describe('cleanText', () => {
  it('writes one form of an accented letter, however it was typed', () => {
    expect(cleanText('cafe\u0301', 100)).toBe('caf\u00e9');
  });

  it('makes every line end a \\n and drops what has no picture', () => {
    expect(cleanText('a\r\nb\rc\u2028d\u0000\u0007\u200b\ufeff', 100)).toBe('a\nb\nc\nd');
    expect(cleanText('a\u000bb\u000cc\u0085d', 100)).toBe('a\nb\nc\nd');
  });

  it('drops overrides that would turn the reading direction of what follows', () => {
    expect(cleanText('boek\u202egnirps', 100)).toBe('boekgnirps');
  });

  it('keeps right-to-left words, emoji families and flags whole', () => {
    for (const text of ['שלום', 'مرحبا', '👩‍👩‍👧', '🇳🇱', 'می‌خواهم']) expect(cleanText(text, 100)).toBe(text);
  });

  it('replaces half a surrogate pair, which no encoder can store', () => {
    expect(cleanText('a\ud83d', 100)).toBe('a\ufffd');
  });

  it('treats a character the same, whether it stands among Latin letters only or beside others', () => {
    for (let code = 0; code < 0x400; code++) {
      const character = String.fromCharCode(code);
      expect(`${cleanText(`a${character}`, 100)}学`, code.toString(16)).toBe(cleanText(`a${character}学`, 100));
    }
  });

  it('cuts at the limit without splitting a pair', () => {
    expect(cleanText('ab😀', 3)).toBe('ab');
    expect(cleanText('ab😀', 4)).toBe('ab😀');
  });
});

describe('cleanName', () => {
  it('is one line without blanks at its ends', () => {
    expect(cleanName('  Gemma \n en\tCaroline ', 100)).toBe('Gemma en Caroline');
  });
});

describe('isBlank', () => {
  it('sees that nothing can be seen', () => {
    for (const text of ['', ' \n\t', '\u200d', '\u0301', '\u3164']) expect(isBlank(text)).toBe(true);
    for (const text of ['a', '😀', '.', 'ש']) expect(isBlank(text)).toBe(false);
  });
});
