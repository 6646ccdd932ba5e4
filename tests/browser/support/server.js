// A static host for tests: serves a folder under a base path, sends what `_headers` says, and can be told to misbehave.
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import http from "node:http";
import path from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json",
  ".wasm": "application/wasm", ".svg": "image/svg+xml", ".csv": "text/csv",
};

/** The rules of a `_headers` file: pattern and headers. */
function rules(folder) {
  const file = path.join(folder, "_headers");
  const found = [];
  if (!existsSync(file)) return found;
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (/^\S/.test(line)) found.push({ pattern: line.trim(), headers: {} });
    const header = /^\s+([^:\s]+):\s*(.*)$/.exec(line);
    if (header && found.length > 0) found.at(-1).headers[header[1].toLowerCase()] = header[2];
  }
  return found;
}

function headersFor(all, address) {
  const fitting = all.filter(({ pattern }) => (pattern.endsWith("*") ? address.startsWith(pattern.slice(0, -1)) : address === pattern));
  return Object.assign({}, ...fitting.map((rule) => rule.headers));
}

/**
 * Serves `folder` on a free port of this computer.
 * `answer(request, response, path)` may answer a request in the server's place; it says so by returning true.
 * `headers(headers, path)` may change what is sent.
 */
export async function serve(folder, { base = "/", answer = () => false, headers = (all) => all } = {}) {
  const all = rules(folder);
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://host");
    if (!pathname.startsWith(base)) return response.writeHead(404).end();
    const inside = decodeURIComponent(pathname.slice(base.length));
    if (answer(request, response, inside)) return undefined;
    let file = path.join(folder, path.normalize(`/${inside}`));
    if (existsSync(file) && statSync(file).isDirectory()) file = path.join(file, "index.html");
    if (!existsSync(file)) return response.writeHead(404, { "content-type": "text/plain" }).end("There is no such file.");
    const type = TYPES[path.extname(file)] ?? "application/octet-stream";
    const sent = { "cache-control": "no-cache", "content-type": type, "content-length": statSync(file).size, ...headersFor(all, `/${inside}`) };
    response.writeHead(200, headers(sent, inside));
    return createReadStream(file).pipe(response);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const stop = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return { origin, url: origin + base, folder, stop };
}
