/** Loads the second WebAssembly by way of its script; gives back the function that answers. */
export async function load(script, wasm) {
  const trust = await import(script);
  await trust.default({ module_or_path: wasm });
  return trust.ask;
}
