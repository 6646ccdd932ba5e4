// The way into both halves of the second WebAssembly. Each is fetched the first time that it is asked for. One that cannot
// be had gives no function, and is asked for again the next time.

import * as sealsHalf from "./seals.js";
import * as proofsHalf from "./proofs.js";

/** A half that is started once, however many ask for it at the same time. */
function half(of, wasm, ask) {
  let started;
  return () => (started ??= start(of, wasm).then(() => ask, () => void (started = undefined)));
}

const start = (of, wasm) => of.default({ module_or_path: new URL(wasm, import.meta.url) });

const nothing = new Uint8Array();

/** What opens seals and signs: gives back the function that answers. */
export const seals = half(sealsHalf, "./__SEALS__", async (name, message, [one = nothing, two = nothing]) => {
  const number = sealsHalf.begin(name, message, one, two);
  // Between turns the browser's ciphers are at work.
  let next;
  do next = sealsHalf.goOn(number, await next);
  while (next instanceof Promise);
  return next;
});

/** What verifies: gives back the function that answers. */
export const proofs = half(proofsHalf, "./__PROOFS__", async (name, message, [one = nothing, two = nothing]) => {
  const said = proofsHalf.ask(name, message, one, two);
  return said && [said, nothing];
});
