/**
 * Steps through the states of the map, keeps the state in the address, and zooms. Without it the radios do the choosing.
 */
(function () {
  "use strict";

  const root = /** @type {HTMLElement | null} */ (document.querySelector(".nk-atlas"));
  if (!root) return;
  const map = /** @type {SVGSVGElement} */ (root.querySelector(".nk-atlas__map"));
  const radios = /** @type {HTMLInputElement[]} */ (Array.from(root.querySelectorAll("[name=state]")));
  const ways = /** @type {HTMLElement} */ (root.querySelector(".nk-atlas__ways"));
  const said = /** @type {HTMLElement} */ (ways.querySelector("output"));
  const play = /** @type {HTMLElement} */ (ways.querySelector("[data-nk-play]"));
  const whole = (map.getAttribute("viewBox") || "").split(" ").map(Number);
  const fixed = /** @type {SVGElement} */ (map.querySelector(".nk-atlas__fixed"));
  let view = whole.slice(), timer = 0;

  const at = () => radios.findIndex((one) => one.checked);

  function tell() {
    const now = radios[at()];
    const label = now.nextElementSibling ? now.nextElementSibling.textContent : "";
    said.textContent = `${label}, ${at() + 1} of ${radios.length}`;
    history.replaceState(null, "", `#state=${now.value}`);
  }

  function stop() {
    clearInterval(timer);
    timer = 0;
    play.textContent = "Play";
  }

  /** @param {number} index */
  function go(index) {
    radios[Math.max(0, Math.min(radios.length - 1, index))].checked = true;
    tell();
    if (at() === radios.length - 1) stop();
  }

  /** Shows a part of the sheet, and never more than all of it. @param {number} x @param {number} y @param {number} size */
  function look(x, y, size) {
    const wide = Math.max(whole[2] / 8, Math.min(whole[2], size)), high = wide * whole[3] / whole[2];
    view = [Math.max(0, Math.min(whole[2] - wide, x)), Math.max(0, Math.min(whole[3] - high, y)), wide, high];
    map.setAttribute("viewBox", view.join(" "));
    fixed.style.display = wide < whole[2] ? "none" : ""; // the bar holds for the whole map only
  }

  /** @param {number} by 0 for the whole map */
  function zoom(by) {
    if (!by) return look(0, 0, whole[2]);
    const size = view[2] * by, high = size * whole[3] / whole[2];
    look(view[0] + (view[2] - size) / 2, view[1] + (view[3] - high) / 2, size);
  }

  function fromAddress() {
    const wanted = location.hash.replace(/^#state[=-]/, "");
    const index = radios.findIndex((one) => one.value === wanted);
    if (index < 0) return;
    const asked = location.hash.startsWith("#state-"); // a link to this state's text or from a small map
    stop();
    go(index);
    if (asked) radios[index].focus();
  }

  ways.hidden = false;
  map.setAttribute("tabindex", "0");
  map.setAttribute("role", "application");
  radios.forEach((one) => one.addEventListener("change", () => { stop(); tell(); }));
  root.addEventListener("click", (event) => {
    const pressed = /** @type {Element} */ (event.target).closest("[data-nk-go], [data-nk-zoom], [data-nk-play]");
    if (!(pressed instanceof HTMLElement)) return;
    if (pressed.dataset.nkZoom) return zoom(Number(pressed.dataset.nkZoom));
    const playing = timer;
    stop();
    if (pressed.dataset.nkGo) return go(at() + Number(pressed.dataset.nkGo));
    if (playing) return;
    if (at() === radios.length - 1) go(0);
    play.textContent = "Pause";
    timer = setInterval(() => go(at() + 1), 2500);
  });
  map.addEventListener("keydown", (event) => {
    const step = view[2] / 8;
    /** @type {Record<string, () => void>} */
    const keys = {
      "+": () => zoom(0.7), "-": () => zoom(1.43), "0": () => zoom(0),
      ArrowLeft: () => look(view[0] - step, view[1], view[2]), ArrowRight: () => look(view[0] + step, view[1], view[2]),
      ArrowUp: () => look(view[0], view[1] - step, view[2]), ArrowDown: () => look(view[0], view[1] + step, view[2]),
    };
    if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    keys[event.key]();
  });
  window.addEventListener("hashchange", fromAddress);
  fromAddress();
})();
