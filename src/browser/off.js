// Without its program the page stays readable and says what is off. Goes before boot.js and
// single.js.
const off = (reason) => {
  for (const list of document.querySelectorAll("#reference noscript")) {
    list.insertAdjacentHTML("beforebegin", list.textContent);
    list.remove();
  }
  console.error("The interactive parts could not be started:", reason);
  document.documentElement.setAttribute("data-off", "");
  document.getElementById("off-notice")?.removeAttribute("hidden");
  // What the address names may have come only now.
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
};
