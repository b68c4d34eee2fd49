// Looks at each address that a line of the input names, in a new browser each time, and answers with one line of JSON,
// {"report": …} or {"error": "…"}: node lighthouse.mjs <folder of tools> <flags of the browser…>
// Loaded once, Lighthouse takes three quarters of the time, and no longer compiles itself beside the page it measures.
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [folder, ...chromeFlags] = process.argv.slice(2);
const inTools = createRequire(join(folder, "package.json"));
const tool = name => import(pathToFileURL(inTools.resolve(name)));
const { default: lighthouse } = await tool("lighthouse");
const { launch } = await tool("chrome-launcher");

async function look(address) {
  const browser = await launch({ chromeFlags });
  try {
    const flags = { port: browser.port, disableFullPageScreenshot: true, logLevel: "error" };
    const { lhr } = await lighthouse(address, flags);
    return { report: lhr };
  } finally {
    browser.kill();
  }
}

for await (const address of createInterface({ input: process.stdin })) {
  const answer = await look(address).catch(error => ({ error: String(error) }));
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
