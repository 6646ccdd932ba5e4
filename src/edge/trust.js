/** Loads a half of the second WebAssembly by way of their script; gives back the function that answers, if it came. */
export async function load(script, half) {
  return (await import(script))[half]();
}
