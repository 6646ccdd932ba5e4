// The interface's texts, by their English: as a string, or as a pattern where a text has `{places}` or plural forms.
import { readFileSync } from "node:fs";
import path from "node:path";
import { PLAYER } from "./folders.js";

const escaped = (text) => text.replace(/[.*+?^$()|[\]\\]/g, "\\$&");

/** `t("Check")` is the text; `t.like("Hint ({n} left)")` a pattern for the whole of it; `t.part(…)` for a part of something. */
export function texts(language) {
  const messages = language === "en" ? {} : translation(language);
  const forms = (english) => {
    if (language === "en") return [english];
    if (!(english in messages)) throw new Error(`the interface has no text “${english}” in ${language}`);
    return [messages[english]].flat();
  };
  // Of a pair of singular and plural, a translation knows the singular only.
  const known = (all) => all.filter((english) => all.length === 1 || language === "en" || english in messages);
  const pattern = (all) => known(all).flatMap(forms).map((form) => escaped(form).replace(/\{\w+\}/g, ".+?").replace(/[\s\u00a0]+/g, "\\s+")).join("|");
  const t = (english) => forms(english)[0];
  t.like = (...all) => new RegExp(`^\\s*(?:${pattern(all)})\\s*$`, "s");
  t.part = (...all) => new RegExp(`(?:${pattern(all)})`, "s");
  return t;
}

function translation(language) {
  const { languages, more } = JSON.parse(readFileSync(path.join(PLAYER, "player.json"), "utf8"));
  const read = (file) => JSON.parse(readFileSync(path.join(PLAYER, file), "utf8")).messages;
  return { ...read(languages[language]), ...read(more[language]) };
}
