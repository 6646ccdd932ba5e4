// A conversation as its author thought of it: the path that is worth most.

/** Values after a choice, within the bounds of their variables. */
const after = (variables, values, effects = {}) =>
  Object.fromEntries(variables.map(({ id, from, to }) => [id, Math.min(to, Math.max(from, values[id] + (effects[id] ?? 0)))]));

const holds = (values, conditions = []) =>
  conditions.every(({ variable, least, most }) => (least === undefined || values[variable] >= least) && (most === undefined || values[variable] <= most));

/** The choices of a best path, in order. */
export function bestPath({ prompt, key }) {
  const { variables = [], turns } = prompt;
  const worth = (id) => key.worth[id] ?? 0;
  const lead = (id, values) => {
    const turn = turns.find((one) => one.id === id);
    const choices = (turn.choices ?? []).filter((choice) => holds(values, choice.if));
    if (choices.length === 0) return { worth: worth(id), path: [] };
    const ways = choices.map((choice) => {
      const then = after(variables, values, choice.effects);
      const rest = lead(choice.next.find((way) => holds(then, way.if)).to, then);
      return { worth: worth(choice.id) + rest.worth, path: [choice.id, ...rest.path] };
    });
    return ways.reduce((best, way) => (way.worth > best.worth ? way : best));
  };
  return lead(turns[0].id, Object.fromEntries(variables.map(({ id, start }) => [id, start]))).path;
}
