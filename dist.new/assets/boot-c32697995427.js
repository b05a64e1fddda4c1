try {
const bytes = fetch(new URL("./reader-737e6074619d.wasm", import.meta.url));
const program = await import("./reader-f6e842aa247b.js");
await program.default({ module_or_path: bytes });
} catch (reason) {
console.error("The interactive parts could not be started:", reason);
document.getElementById("off-notice")?.removeAttribute("hidden");
}
