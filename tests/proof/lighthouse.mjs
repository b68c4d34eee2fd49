// Looks at one address in a new browser and prints the report: node lighthouse.mjs <folder of tools> <address> <flags of the browser…>
// Lighthouse's own command does the same and then waits some five seconds for nothing before it ends.
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, address, ...chromeFlags] = process.argv.slice(2);
const inTools = createRequire(join(folder, "package.json"));
const tool = name => import(pathToFileURL(inTools.resolve(name)));
const { default: lighthouse } = await tool("lighthouse");
const { launch } = await tool("chrome-launcher");

const browser = await launch({ chromeFlags });
let ended = 1;
try {
  const { lhr } = await lighthouse(address, { port: browser.port, disableFullPageScreenshot: true, logLevel: "error" });
  await new Promise(written => process.stdout.write(JSON.stringify(lhr), written));
  ended = 0;
} catch (error) {
  console.error(String(error));
} finally {
  browser.kill();
}
process.exit(ended);
