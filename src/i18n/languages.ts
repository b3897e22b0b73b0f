import { en } from './en.ts';
import { ko } from './ko.ts';

/** The program's own words in one language; `en` gives the shape, every other language must fill it. */
export type Words = typeof en;

export const languages = { en, ko } satisfies Record<string, Words>;

export type Language = keyof typeof languages;

export const languageNames = { en: 'English', ko: '한국어' } satisfies Record<Language, string>;

/** The one of the two that this is not. */
export function otherLanguage(language: Language): Language {
  return language === 'en' ? 'ko' : 'en';
}
