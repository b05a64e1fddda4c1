// Starts the page's program. Without it the page stays readable and says what is off.
// The names below are replaced by those with the content's hash when the site is built.
try {
  // Compiled on the way in. A host that names the file's type wrongly costs a second look at it.
  const bytes = () => fetch(new URL("./reader.wasm", import.meta.url));
  const compiled = WebAssembly.compileStreaming?.(bytes()).catch(() => null);
  const program = await import("./reader.js");
  const module_or_path = (await compiled) ?? bytes();
  if (document.readyState === "loading") {
    await new Promise((parsed) => addEventListener("DOMContentLoaded", parsed, { once: true }));
  }
  await program.default({ module_or_path });
} catch (reason) {
  for (const list of document.querySelectorAll("#reference noscript")) {
    list.insertAdjacentHTML("beforebegin", list.textContent);
    list.remove();
  }
  console.error("The interactive parts could not be started:", reason);
  document.documentElement.setAttribute("data-off", "");
  document.getElementById("off-notice")?.removeAttribute("hidden");
}
