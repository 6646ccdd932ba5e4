// The ciphers of the browser, as `cipher.rs` asks for them, and answers, as `turn.rs` gives them. What it lends is copied before anything else happens, since
// its memory may move; where a cipher refuses, nothing is given back.

const subtle = () => globalThis.crypto?.subtle;

/** Whether there are ciphers: browsers keep them from pages that are not on `https:`. */
export function isThere() {
  return !!subtle();
}

const key = (bytes, name, use) => subtle().importKey("raw", bytes, name, false, [use]);

async function bits(name, bytes, parameters, length) {
  try {
    const from = await key(bytes, name, "deriveBits");
    return new Uint8Array(await subtle().deriveBits({ name, hash: "SHA-256", ...parameters }, from, length * 8));
  } catch {
    return undefined;
  }
}

/** An answer: a message and some bytes. */
export const said = (message, bytes) => [message, bytes.slice()];

/** HKDF with SHA-256, without salt. */
export function derive(bytes, info, length) {
  return bits("HKDF", bytes.slice(), { salt: new Uint8Array(), info: info.slice() }, length);
}

/** PBKDF2 with HMAC-SHA-256. */
export function stretch(code, salt, iterations) {
  return bits("PBKDF2", code.slice(), { salt: salt.slice(), iterations }, 16);
}

/** AES-GCM; the tag is the end of what is sealed. */
export async function open(bytes, iv, associated, sealed) {
  [bytes, iv, associated, sealed] = [bytes, iv, associated, sealed].map((lent) => lent.slice());
  try {
    const from = await key(bytes, "AES-GCM", "decrypt");
    return new Uint8Array(await subtle().decrypt({ name: "AES-GCM", iv, additionalData: associated }, from, sealed));
  } catch {
    return undefined;
  }
}

/** AES key wrap. */
export async function unwrap(bytes, wrapped) {
  [bytes, wrapped] = [bytes.slice(), wrapped.slice()];
  try {
    const from = await key(bytes, "AES-KW", "unwrapKey");
    // Of all kinds of keys only this one may be of any length.
    const kind = { name: "HMAC", hash: "SHA-256" };
    const inside = await subtle().unwrapKey("raw", wrapped, from, "AES-KW", kind, true, ["sign"]);
    return new Uint8Array(await subtle().exportKey("raw", inside));
  } catch {
    return undefined;
  }
}
