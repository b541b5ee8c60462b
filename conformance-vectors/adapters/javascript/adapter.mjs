#!/usr/bin/env node
// Starter adapter for AP/1: copy it, and fill in `answer` until it speaks for your own decoder or emulator.
//
// As it stands it knows one thing, the table of bundle templates, which is enough for a first true verdict.

// The 32 template codes: the units of the three slots, `;` where an instruction group ends, `-` where reserved.
const TEMPLATES = `MII MII; MI;I MI;I; MLX MLX; - -  MMI MMI; M;MI M;MI; MFI MFI; MMF MMF;
                   MIB MIB; MBB MBB; - - BBB BBB;  MMB MMB; - - MFB MFB; - -`.split(/\s+/);

const HELLO = {
  proto: 1,
  impl: { name: "my decoder", version: "0.1", lang: "JavaScript" },
  kinds: ["codec"],                                    // the kinds of case that `answer` understands
  profile: { brl: true, ld16: true, vmsw: true, msr: true, clz: true },       // the optional instructions that you have
  level: "observe",
  observes: ["template"],                              // the places you report; nothing else is compared
  window: 64,                                          // how many cases may wait for their answers
};

/** The answer to one case, without its number. */
function answer({ kind, in: stimulus }) {
  if (kind !== "codec" || !("decode" in stimulus))
    return { outcome: "unsupported", why: "this adapter only decodes" };
  if (!/^[0-9a-f]{32}$/.test(stimulus.decode))
    throw new Error(`the bundle ${stimulus.decode} is not 32 hex digits`);
  const bundle = Buffer.from(stimulus.decode, "hex");  // 16 bytes in memory order
  const template = TEMPLATES[bundle[0] & 0x1f];
  return template === "-"
    ? { outcome: "malformed" }                         // reserved: the bundle has no instructions
    : { outcome: "done", delta: { template } };
}

/** What to send back for a request, if anything. */
function reply(request) {
  switch (request.cmd) {
    case "hello":
      return HELLO;
    case "base":
      return { ok: true };
    case "run":
      try {
        return { seq: request.seq, ...answer(request.case) };
      } catch (bug) {                                  // our own bug: say so, and go on with the next case
        console.error(bug);                            // standard error; standard output is for answers only
        return { seq: request.seq, outcome: "error", detail: String(bug) };
      }
    default:
      return undefined;                                // flush: nothing is held back here
  }
}

/** The lines of standard input. Those of node:readline also end at characters that JSON allows in strings. */
async function* lines() {
  let rest = "";
  process.stdin.setEncoding("utf8");
  for await (const chunk of process.stdin) {
    const [first, ...more] = chunk.split("\n");
    rest += first;
    for (const next of more) {
      yield rest;
      rest = next;
    }
  }
  if (rest) yield rest;
}

for await (const line of lines()) {
  const request = JSON.parse(line);
  if (request.cmd === "bye") break;
  const reaction = reply(request);
  if (reaction) process.stdout.write(JSON.stringify(reaction) + "\n");
}
