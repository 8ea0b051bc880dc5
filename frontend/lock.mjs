// The lock of the front end says what is installed and how it is proved (version and integrity), never whence or who asks
// for funds: every mirror can then serve it. npm runs this whenever it has changed what is installed ("dependencies").
import { readFileSync, writeFileSync } from "node:fs";

const path = process.argv[2] ?? "package-lock.json";
const before = readFileSync(path, "utf8");
const lock = JSON.parse(before);
for (const one of Object.values(lock.packages)) {
  if (!one.link) delete one.resolved; // a link is a folder beside, not a host
  delete one.funding;
}
const after = JSON.stringify(lock, null, 2) + "\n";
if (after !== before) writeFileSync(path, after);
