// Certificates in tests: the frozen ones, an organiser who vouches for them, and what a QR code says.
import crypto from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { ROOT } from "./folders.js";

const frozen = (name) => readFileSync(path.join(ROOT, "tests/fixtures/formats/v1", name), "utf8").trim();
const DAY = 86_400;

/** The day on which everything frozen happens, in seconds. */
const NOW = 20_000 * DAY;

/** A frozen certificate, in digits. */
export const CERTIFICATE = frozen("certificate.txt");
/** The frozen licence behind it. */
export const LICENCE = frozen("licence.txt");

/** The public key of a seed, as a JWK (RFC 8032; the bytes before the seed are those of PKCS #8). */
function jwk(seed) {
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), Buffer.alloc(32, seed)]);
  const key = crypto.createPublicKey(crypto.createPrivateKey({ key: der, format: "der", type: "pkcs8" }));
  return key.export({ format: "jwk" });
}

/** Puts an organiser into a site, and the list that revokes the frozen licence. */
export function vouch(folder, { seed = 1, name = "Қауымдастық «Кереге»", isRevoked = false } = {}) {
  const key = { ...jwk(seed), nbf: NOW - 100 * DAY, exp: NOW + 100 * DAY };
  writeFileSync(path.join(folder, "organiser.json"), JSON.stringify({ name, url: "https://example.org", keys: [key] }));
  if (isRevoked) writeFileSync(path.join(folder, "revocations.cose"), Buffer.from(frozen("revocations.txt"), "base64url"));
}

/** The bytes of digits: 17 of them are 7 bytes, the lowest first; fewer at the end. */
export function bytes(digits) {
  const widths = [0, 3, 5, 8, 10, 13, 15, 17];
  const groups = digits.match(/.{1,17}/g).map((group) => {
    const out = Buffer.alloc(8);
    out.writeBigUInt64LE(BigInt(group));
    return out.subarray(0, widths.indexOf(group.length));
  });
  return Buffer.concat(groups);
}

/** The certificate in base64url with one bit of a byte changed; the last bytes are its signature. */
export function altered(digits, at) {
  const changed = bytes(digits);
  changed[(at + changed.length) % changed.length] ^= 1;
  return changed.toString("base64url");
}

/** What the QR code in a picture (PNG) says. */
export function scanned(picture) {
  const { data, width, height } = PNG.sync.read(picture);
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
}
