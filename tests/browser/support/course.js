// A module as it was built: its outline, its units, and what is right.
import { readFileSync } from "node:fs";
import path from "node:path";
import { bestPath } from "./talk.js";

const read = (file) => JSON.parse(readFileSync(file, "utf8"));

/** Reads the module with this slug of a built site, in one language. */
export function course(site, slug, language = "en") {
  const entry = read(path.join(site, "catalogue.json")).modules.find((module) => module.slug === slug);
  const file = path.join(site, entry.file.path);
  const outline = read(file);
  const units = outline.units.map((unit) => whole({ ...unit, ...(unit.inline?.[language] ?? read(located(site, file, unit.files[language].path))), title: unit.title }));
  return { slug, language, outline, units, address: language === outline.languages[0] ? `${slug}/` : `${slug}/${language}/` };
}

/** Names the columns of data tables whose author left them all. */
function whole(unit) {
  for (const { kind, prompt } of unit.exercises) {
    if (kind === "table") prompt.columns ??= unit.data.find(({ id }) => id === prompt.data).columns.map(({ id }) => id);
  }
  return unit;
}

/** A unit's file, relative to the outline or to the site. */
function located(site, outline, name) {
  const beside = path.join(path.dirname(outline), name);
  try {
    readFileSync(beside);
    return beside;
  } catch {
    return path.join(site, name);
  }
}

const inTrack = (track) => (part) => !part.tracks?.length || part.tracks.includes(track);

/** The units and pages of a track, in order. */
export function pagesOf(course, track) {
  return course.units.flatMap((unit) => unit.pages.filter(inTrack(track)).map((page) => ({ unit, page })));
}

/** The exercises that stand on a page; of a pool, all that may be drawn. */
export function exercisesOn(unit, page, track) {
  const named = (id) => unit.exercises.find((exercise) => exercise.id === id);
  return page.blocks.filter(inTrack(track)).flatMap((block) => {
    // A section of a plan is answered where the plan stands whole.
    if (block.part && named(block.exercise).kind === "plan") return [];
    if (block.exercise) return [named(block.exercise)];
    if (block.pool) return unit.pools.find((pool) => pool.id === block.pool).exercises.map(named);
    return [];
  });
}

export function exercise(course, id) {
  return course.units.flatMap((unit) => unit.exercises).find((one) => one.id === id);
}

export const isAssessed = (exercise) => exercise.mode === "assessment";

/** Full points of a track's assessments, or of those in one unit. */
export function fullPoints(course, track, unit) {
  const position = course.outline.tracks.findIndex((one) => one.id === track);
  const units = course.outline.units.filter((one) => unit === undefined || one.id === unit);
  return units.reduce((sum, one) => sum + (one.counts[position].points ?? 0), 0);
}

/** What a learner would enter for full points, in the form that `answer` in player.js takes. */
export function rightAnswer({ kind, prompt, key }) {
  switch (kind) {
    case "choice": return key.right;
    case "blanks": return Object.fromEntries(Object.entries(key.blanks).map(([id, right]) => [id, Array.isArray(right) ? right[0] : right]));
    case "numeric": return key.value;
    case "matching": return key.pairs;
    case "ordering": return key.order;
    case "categorise": return key.groups;
    case "reflection": return { text: "A pear tree. Яблоня.", met: (prompt.criteria ?? []).map((one) => one.id) };
    case "scale": return prompt.to;
    case "matrix": return key.rows;
    case "likert": return Object.fromEntries(prompt.statements.map(({ id }) => [id, prompt.levels.at(-1).id]));
    case "marking": return key.right;
    case "cards": return { known: prompt.cards.map(({ id }) => id), again: [] };
    case "checklist": return prompt.items.map(({ id }) => id);
    case "label": return key.labels;
    case "hotspot": return key.right;
    case "stakeholders": return key.places;
    case "coding": return key.codes;
    case "conversation": return bestPath({ prompt, key });
    case "chart": return { form: key.forms?.[0], answers: key.answers };
    case "table": return { setup: key.setup ?? {}, answers: key.answers };
    case "plan": return { fields: Object.fromEntries(prompt.sections.flatMap((section) => section.fields).map(written)), met: (prompt.criteria ?? []).map((one) => one.id) };
    default: throw new Error(`the tests do not know the kind ${kind}`);
  }
}

/** A field of a plan with something in it, as far as it has to be filled in. */
function written({ id, columns, least = 1 }) {
  if (!columns) return [id, "Груша и яблоня"];
  return [id, Array.from({ length: least }, (_, at) => Object.fromEntries(columns.map((column) => [column.id, `${column.id} ${at + 1}`])))];
}

/** Kinds in which nothing is right, so that an answer is noted and not judged. */
export const NOTED = ["reflection", "scale", "likert", "cards", "checklist", "plan"];

/** Something that is scored, and at random: most often wrong. */
export function randomAnswer({ kind, prompt }, random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const ids = (list) => list.map((one) => one.id);
  switch (kind) {
    case "choice": return prompt.multiple ? atLeastOne(ids(prompt.options), random) : [pick(ids(prompt.options))];
    case "blanks": return Object.fromEntries(prompt.blanks.map(({ id, options }) => [id, options || prompt.bank ? pick(ids(options ?? prompt.bank)) : String(Math.floor(random() * 10))]));
    case "numeric": return String(1000 + Math.floor(random() * 1000));
    case "matching": return Object.fromEntries(prompt.left.map(({ id }) => [id, pick(ids(prompt.right))]));
    case "ordering": return shuffled(ids(prompt.items), random);
    case "categorise": return Object.fromEntries(prompt.items.map(({ id }) => [id, pick(ids(prompt.groups))]));
    case "matrix": return Object.fromEntries(prompt.rows.map(({ id }) => [id, prompt.multiple ? atLeastOne(ids(prompt.columns), random) : [pick(ids(prompt.columns))]]));
    default: return rightAnswer({ kind, prompt });
  }
}

function atLeastOne(ids, random) {
  const some = ids.filter(() => random() < 0.5);
  return some.length > 0 ? some : [ids[0]];
}

export function shuffled(list, random) {
  const left = [...list];
  const out = [];
  while (left.length > 0) out.push(...left.splice(Math.floor(random() * left.length), 1));
  return out;
}

/** Random numbers from a seed (mulberry32), so that a failure can be repeated. */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Prose as plain text, blanks as `…`. */
export function plain(prose) {
  if (prose === undefined || prose === null) return "";
  if (typeof prose === "string") return prose;
  if (Array.isArray(prose)) return prose.map(plain).join("");
  if (prose.figure) return prose.alt;
  const inner = ["p", "h", "em", "strong", "code", "a", "text", "term", "abbr", "cite"].find((name) => name in prose && name !== "term");
  if (inner) return plain(prose[inner]);
  return "";
}

/** What is stored when a track was done with full points: key and value. */
export function finished(course, track) {
  const records = [];
  const record = (event) => records.push({ n: records.length + 1, at: 1_790_000_000_000 + records.length, ...event });
  const place = (unit, page) => [unit.id, ...(page.tracks ?? [])];
  for (const { unit, page } of pagesOf(course, track)) {
    record({ seen: { in: place(unit, page), page: page.id } });
    const assessed = exercisesOn(unit, page, track).filter(isAssessed);
    for (const one of exercisesOn(unit, page, track).filter((one) => !isAssessed(one))) {
      const full = ["reflection", "scale"].includes(one.kind) ? 0 : one.points;
      record({ answered: { in: place(unit, page), try: 1, answer: [one.id, one.revision ?? 1, { [one.kind]: rightAnswer(one) }, full, full] } });
    }
    if (assessed.length === 0) continue;
    const pooled = (unit.pools ?? []).flatMap((pool) => pool.exercises.slice(pool.draw));
    const drawn = assessed.filter((one) => !pooled.includes(one.id));
    record({ began: { unit: unit.id, sitting: 1, seed: 1 } });
    record({ "handed-in": { in: place(unit, page), sitting: 1, answers: drawn.map((one) => [one.id, one.revision ?? 1, { [one.kind]: rightAnswer(one) }, one.points, one.points]) } });
  }
  const { id } = course.outline;
  return [`kerege/progress/${id}/before`, `\n${JSON.stringify({ kerege: 1, type: "progress", module: id, writer: "before", seq: records.length, records })}`];
}
