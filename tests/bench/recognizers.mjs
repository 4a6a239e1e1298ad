// Currencies and percentages by Recognizers-Text: node recognizers.mjs FOLDER MAX_BYTES. Reads files in order until MAX_BYTES
// are done, prints bytes, milliseconds, milliseconds of processor time and mentions. Needs the npm package @microsoft/recognizers-text-suite beside it
// (NODE_PATH or a node_modules folder above).
import { createRequire } from "node:module";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const require = createRequire(join(process.cwd(), "x.js"));
const suite = require("@microsoft/recognizers-text-suite");
const [folder, limit] = process.argv.slice(2);
let bytes = 0, mentions = 0;
const start = performance.now(), before = process.cpuUsage();
for (const name of readdirSync(folder, { recursive: true }).sort()) {
  if (bytes >= Number(limit)) break;
  let text;
  try {
    text = readFileSync(join(folder, name), "utf8");
  } catch {
    continue;
  }
  bytes += Buffer.byteLength(text);
  for (const line of text.split("\n")) {
    mentions += suite.recognizeCurrency(line, suite.Culture.English).length;
    mentions += suite.recognizePercentage(line, suite.Culture.English).length;
  }
}
const used = process.cpuUsage(before);
console.log(JSON.stringify({ bytes, ms: performance.now() - start, processor_ms: (used.user + used.system) / 1e3, mentions }));
