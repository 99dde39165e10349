/** Shows the print buttons, which need a script to work. */
document.querySelectorAll("button[data-nk-print]").forEach((button) => {
  button.removeAttribute("hidden");
  button.addEventListener("click", () => window.print());
});
