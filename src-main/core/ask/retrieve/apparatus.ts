const APPARATUS =
  /^(?:references?|notes?|citations?|footnotes|endnotes|works cited|bibliography|external links|see also|further reading|portals?|categories|sources|contents|einzelnachweise|anmerkungen|weblinks|literatur|siehe auch|quellen|notes et références|références|liens externes|voir aussi|bibliographie|referencias|enlaces externos|véase también|note|bibliografia|collegamenti esterni|voci correlate|参考文献|参考资料|外部链接|外部連結|参见|脚注|出典|関連項目|примечания|литература|ссылки)$/iu

/** Whether a section, by its heading, is about an article's sources, not its subject: nothing in it answers a question. */
export function isApparatus(heading: string): boolean {
  return APPARATUS.test(heading.trim().replace(/\s*\[.*\]$/u, ''))
}

const HATNOTE =
  /^\s*(?:(?:main|see|further|see also|for)\s+(?:articles?|information|details|also)?\s*:|see also |for (?:other uses|more|related|the|a|an)\b.{0,120}, see |this article is about |not to be confused with |hauptartikel|siehe auch|article(?:s)? (?:détaillé|principal)|véase también|voce principale)/iu

/** Whether a line leads to other articles instead of saying anything. */
export function isHatnote(text: string): boolean {
  return HATNOTE.test(text)
}
