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
  const sheet = /** @type {HTMLElement} */ (root.querySelector(".nk-atlas__view"));
  const hint = /** @type {HTMLElement} */ (root.querySelector(".nk-atlas__hint"));
  const zooms = /** @type {HTMLElement} */ (root.querySelector(".nk-atlas__zoom"));
  const whole = (map.getAttribute("viewBox") || "").split(" ").map(Number);
  const fixed = /** @type {SVGElement} */ (map.querySelector(".nk-atlas__fixed"));
  /** The scale bars: line, words, pixels and kilometres at the whole map. */
  const bars = Array.from(fixed.querySelectorAll(".nk-map__scale")).map((one) => {
    const line = /** @type {SVGPathElement} */ (one.querySelector("path"));
    const words = /** @type {SVGTextElement} */ (one.querySelector("text"));
    return {line, words, px: Number((/h([\d.]+)/.exec(line.getAttribute("d") || "") || [])[1]), km: parseInt(words.textContent || "", 10)};
  });
  /** What keeps its size: names and dots, each about its own point. */
  const points = Array.from(map.querySelectorAll(".nk-map__words")).flatMap((group) => {
    const dots = Array.from(group.querySelectorAll("circle"));
    return [...dots, ...Array.from(group.querySelectorAll("text:not(.nk-map__country)")), ...Array.from(group.querySelectorAll(".nk-map__country"))]
      .map((one, at) => ({one, about: dots[at % (dots.length || 1)] && !one.matches(".nk-map__country") ? dots[at % dots.length] : one}));
  });
  let view = whole.slice(), timer = 0;

  const at = () => radios.findIndex((one) => one.checked);
  /** @param {number} index */
  const label = (index) => radios[index] && radios[index].nextElementSibling ? radios[index].nextElementSibling.textContent : "";

  function name() {
    ways.querySelectorAll("[data-nk-go]").forEach((one) => {
      const by = Number(/** @type {HTMLElement} */ (one).dataset.nkGo), other = label(at() + by);
      one.textContent = (by < 0 ? "Earlier" : "Later") + (other ? `: ${other}` : "");
      one.setAttribute("aria-disabled", String(!other));
    });
  }

  function tell() {
    const now = radios[at()];
    said.textContent = `${label(at())}, ${at() + 1} of ${radios.length}`;
    name();
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
    const part = wide / whole[2];
    map.style.setProperty("--nk-part", String(part));
    sheet.classList.toggle("nk-atlas__view--near", part < 1);
    fixed.setAttribute("transform", `translate(${view[0]} ${view[1]}) scale(${part})`);
    points.forEach(({one, about}) => {
      const [left, top] = ["x", "y"].map((key) => Number(about.getAttribute(`c${key}`) || about.getAttribute(key)) * (1 - part));
      one.setAttribute("transform", `translate(${left} ${top}) scale(${part})`);
    });
    bars.forEach((one) => {
      const km = [50, 20, 10, 5, 2].find((few) => few <= one.km && few / one.km <= part * 1.001) || 1;
      one.line.setAttribute("d", (one.line.getAttribute("d") || "").replace(/h[\d.]+/, `h${(one.px * km / one.km / part).toFixed(1)}`));
      one.words.textContent = `${km} km`;
    });
  }

  /** Keeps one point of the view where it is. @param {number} by 0 for the whole map @param {number} [x] @param {number} [y] */
  function zoom(by, x = 0.5, y = 0.5) {
    if (!by) return look(0, 0, whole[2]);
    const size = Math.max(whole[2] / 8, Math.min(whole[2], view[2] * by)), high = size * whole[3] / whole[2];
    look(view[0] + (view[2] - size) * x, view[1] + (view[3] - high) * y, size);
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

  ways.hidden = zooms.hidden = hint.hidden = false;
  sheet.tabIndex = 0;
  sheet.setAttribute("aria-describedby", hint.id);
  name();
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
  sheet.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const box = map.getBoundingClientRect();
    zoom(event.deltaY < 0 ? 0.8 : 1.25, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  }, {passive: false});
  sheet.addEventListener("pointerdown", (event) => {
    if (event.button === 0 && view[2] < whole[2]) sheet.setPointerCapture(event.pointerId);
  });
  sheet.addEventListener("pointermove", (event) => {
    if (!sheet.hasPointerCapture(event.pointerId)) return;
    const unit = view[2] / map.clientWidth;
    look(view[0] - event.movementX * unit, view[1] - event.movementY * unit, view[2]);
  });
  sheet.addEventListener("keydown", (event) => {
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
