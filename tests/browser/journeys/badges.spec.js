// Badges that the command issues, verified by programs of others: Digital Bazaar's and panva's. No browser is needed.
import * as multikey from "@digitalbazaar/ed25519-multikey";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { verifyCredential } from "@digitalbazaar/vc";
import { expect, test } from "@playwright/test";
import { compactVerify, decodeProtectedHeader, importJWK } from "jose";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { KEREGE, ROOT } from "../support/folders.js";

const NAMES = ["Әсел Нұрланқызы", "Юлия Щербакова-Ёлкина", "გიორგი მაისურაძე", "Արամ Խաչատրյան", "Ўткир Ғуломов", "Ana María Núñez"];
const MODULE = path.join(ROOT, "tests/fixtures/author/healthy");
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";

test.describe.configure({ mode: "serial" });

let folder, did;
const inside = (...names) => path.join(folder, ...names);
const kerege = (...words) =>
  execFileSync(KEREGE[0], [...KEREGE.slice(1), ...words], { env: { ...process.env, KEREGE_PASSPHRASE: "correct horse battery" }, stdio: ["ignore", "pipe", "pipe"] }).toString();

/** What the player saves for somebody who has seen the module's pages. */
function exported() {
  const pages = [["text", "full", "short"], ["kinds", "full"]];
  const records = pages.map(([page, ...tracks], at) => ({ n: at + 1, at: 1_790_000_000_000 + at, seen: { in: ["start", ...tracks], page } }));
  const stored = `\n${JSON.stringify({ kerege: 1, type: "progress", module: "hea1thy000", writer: "w", seq: records.length, records })}`;
  return JSON.stringify({ kerege: 1, type: "export", module: "hea1thy000", stored: [stored] });
}

/** The badges for a name: text or bytes by the end of their files' names. */
function endorse(name, image) {
  const out = inside("badges");
  rmSync(out, { recursive: true, force: true });
  kerege("certificate", "endorse", inside("export.json"), "--module", MODULE, "--key", inside("keys"), "--name", name, "--image", inside(image), "--out", out);
  const files = readdirSync(out).map((file) => [file.slice(file.indexOf(".")), readFileSync(path.join(out, file))]);
  return Object.fromEntries(files);
}

const context = (name) => JSON.parse(readFileSync(path.join(ROOT, "author/src/badge/contexts", name), "utf8"));
const CONTEXTS = {
  "https://www.w3.org/ns/credentials/v2": context("credentials-v2.jsonld"),
  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": context("open-badges-3.0.3.jsonld"),
};

/** Contexts as they are kept in the repository, and keys as they stand in their did:key. Nothing is fetched. */
async function documentLoader(url) {
  const loaded = (document) => ({ contextUrl: null, documentUrl: url, document });
  if (CONTEXTS[url]) return loaded(CONTEXTS[url]);
  const [did, fragment] = url.split("#");
  if (!did.startsWith("did:key:z6Mk")) throw new Error(`${url} is not kept here`);
  const id = `${did}#${did.slice("did:key:".length)}`;
  const method = { "@context": "https://w3id.org/security/multikey/v1", id, type: "Multikey", controller: did, publicKeyMultibase: did.slice("did:key:".length) };
  return loaded(fragment ? method : { "@context": "https://www.w3.org/ns/did/v1", id: did, verificationMethod: [method], assertionMethod: [id] });
}

/** Whether Digital Bazaar's verifier takes a badge; else what it says. */
async function proven(credential) {
  const suite = new DataIntegrityProof({ cryptosuite });
  const { verified, error } = await verifyCredential({ credential, suite, documentLoader });
  return verified || String(error?.errors?.[0] ?? error);
}

/** The iTXt chunk with the keyword of Open Badges (PNG, section 11.3.4.5), read without the command. */
function fromPng(bytes) {
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const data = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
    const start = Buffer.from("openbadgecredential\0\0\0\0\0");
    if (bytes.toString("latin1", at + 4, at + 8) === "iTXt" && data.subarray(0, start.length).equals(start)) return data.toString("utf8", start.length);
  }
  throw new Error("there is no badge in the picture");
}

const fromSvg = (text) => text.match(/<openbadges:credential xmlns:openbadges="https:\/\/purl\.imsglobal\.org\/ob\/v3p0"><!\[CDATA\[(.*?)\]\]><\/openbadges:credential>/s)[1];

test.beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "kerege-badges-"));
  kerege("key", "new", inside("keys"), "--name", "Сообщество", "--url", "https://example.org", "--rsa");
  writeFileSync(inside("export.json"), exported());
  writeFileSync(inside("pixel.png"), Buffer.from(PIXEL, "base64"));
  writeFileSync(inside("badge.svg"), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1"/></svg>');
  did = JSON.parse(kerege("key", "show", inside("keys"), "--as", "did-web"));
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const name of NAMES) {
  test(`a badge for ${name} is verified by others in each of its forms`, async () => {
    const svg = endorse(name, "badge.svg");
    const png = endorse(name, "pixel.png");
    const pictured = { ".png": fromPng(png[".png"]), ".svg": fromSvg(svg[".svg"].toString()) };
    for (const text of [svg[".json"].toString(), pictured[".png"], pictured[".svg"]]) {
      const badge = JSON.parse(text);
      expect(badge.credentialSubject.identifier[0].identityHash).toBe(name);
      expect(await proven(badge)).toBe(true);
    }
    for (const [ending, algorithm] of [[".jwt", "RS256"], [".eddsa.jwt", "EdDSA"]]) {
      const jwt = svg[ending].toString();
      const header = decodeProtectedHeader(jwt);
      expect([header.alg, header.typ]).toEqual([algorithm, "JWT"]);
      // RS256: by the key that the organiser's did:web names. EdDSA: by the one of its did:key.
      const key = algorithm === "RS256" ? did.verificationMethod.find((method) => method.id === header.kid).publicKeyJwk : await jwk(header.kid);
      const { payload } = await compactVerify(jwt, await importJWK(key, algorithm), { algorithms: [algorithm] });
      const claims = JSON.parse(new TextDecoder().decode(payload));
      expect(claims.credentialSubject.identifier[0].identityHash).toBe(name);
      expect(claims.iss).toBe(claims.issuer.id);
      expect(claims.jti).toBe(claims.id);
      expect(claims.nbf).toBe(Date.parse(claims.validFrom) / 1000);
    }
  });
}

/** The key of a did:key as JWK, by Digital Bazaar's library. */
async function jwk(kid) {
  const { document } = await documentLoader(kid);
  return multikey.toJwk({ keyPair: await multikey.from(document) });
}

test("a badge in which one letter is another is refused by others", async () => {
  const badges = endorse(NAMES[0], "badge.svg");
  const text = badges[".json"].toString();
  expect(await proven(JSON.parse(text))).toBe(true);
  for (const [right, wrong] of [["Әсел", "Әсем"], ["healthy module", "wealthy module"], ["https://example.org/", "https://example.com/"]]) {
    expect(text).toContain(right);
    expect(await proven(JSON.parse(text.replace(right, wrong))), wrong).not.toBe(true);
  }
  expect(await proven(JSON.parse(fromSvg(badges[".svg"].toString()).replace("Әсел", "Әсем")))).not.toBe(true);
  const method = did.verificationMethod.find((method) => method.publicKeyJwk.kty === "RSA");
  const [header, payload, signature] = badges[".jwt"].toString().split(".");
  const altered = Buffer.from(Buffer.from(payload, "base64url").toString().replace("Әсел", "Әсем")).toString("base64url");
  await expect(compactVerify([header, altered, signature].join("."), await importJWK(method.publicKeyJwk, "RS256"))).rejects.toThrow(/signature/);
});
