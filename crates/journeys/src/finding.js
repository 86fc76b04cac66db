// Finds things as a person does: by what is written on them. Each function throws a sentence when it cannot.
const words = (text) => (text || "").replace(/\s+/g, " ").trim();
const visible = (element) =>
  element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
  element.getClientRects().length > 0;
const named_by = (element) =>
  (element.getAttribute("aria-labelledby") || "")
    .split(/\s+/)
    .map((id) => id && document.getElementById(id)?.innerText)
    .join(" ");
const name_of = (element) =>
  words(
    element.getAttribute("aria-label") ||
      named_by(element).trim() ||
      element.innerText ||
      (element.matches("input[type=submit],input[type=button]") ? element.value : "") ||
      element.querySelector("img[alt]")?.alt ||
      element.querySelector("svg > title")?.textContent ||
      element.title,
  );
const quote = (text) => "“" + text + "”";

// The best of several named alike: the whole name before its beginning, its beginning before a part.
function best(candidates, name, kind) {
  const wanted = words(name);
  const tests = [(own) => own === wanted, (own) => own.startsWith(wanted), (own) => own.includes(wanted)];
  for (const test of tests) {
    const found = candidates.find(([own]) => test(own));
    if (found) return found[1];
  }
  const there = candidates.map(([own]) => own).filter(Boolean).slice(0, 40).map(quote).join(" ");
  throw new Error(`no ${kind} is called ${quote(name)}; there are: ${there || "none"}`);
}

function selected(selector) {
  const found = [...document.querySelectorAll(selector)];
  if (!found.length) throw new Error(`nothing matches ${selector}`);
  return found.find(visible) || found[0];
}

const CLICKABLE =
  "a[href],button,summary,label,input[type=submit],input[type=button],[role=button],[role=tab],[role=menuitem],[role=link],[role=option]";
function clickable(name) {
  const all = [...document.querySelectorAll(CLICKABLE)].filter(visible);
  return best(all.map((element) => [name_of(element), element]), name, "button or link");
}

const CONTROLS = "input:not([type=hidden]):not([type=submit]):not([type=button]),select,textarea,[contenteditable=true]";
function control(name) {
  const labelled = [...document.querySelectorAll("label")]
    .filter((label) => label.control)
    .map((label) => [words(label.innerText), label.control]);
  const others = [...document.querySelectorAll(CONTROLS)].map((element) => [
    words(element.getAttribute("aria-label") || named_by(element)),
    element,
  ]);
  return best([...labelled, ...others.filter(([own]) => own)], name, "field");
}

// Where to click so that this element, and not one that lies over it, is hit.
function point(element) {
  if (!visible(element)) throw new Error("it is there but cannot be seen");
  if (element.disabled || element.getAttribute("aria-disabled") === "true") throw new Error("it is disabled");
  element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  const box = element.getClientRects()[0];
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const hit = document.elementFromPoint(x, y);
  if (!hit) throw new Error("it lies outside the window");
  const label = hit.closest("label");
  if (!element.contains(hit) && !hit.contains(element) && label?.control !== element)
    throw new Error(`it is covered by ${hit.outerHTML.slice(0, 120)}`);
  return { x, y };
}

// Makes a field ready to be typed into, and says in which way it is filled.
function prepare(element) {
  if (!visible(element) && element.type !== "file") throw new Error("it is there but cannot be seen");
  if (element.disabled || element.readOnly) throw new Error("it cannot be changed");
  if (element.type === "file") return "file";
  element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  element.focus();
  if (element.matches("select")) return "choose";
  if (["date", "month", "week", "time", "datetime-local", "color", "range"].includes(element.type)) return "set";
  if (element.select) element.select();
  return "type";
}

function announce(element) {
  element.dispatchEvent(new Event("input", { bubbles: true }));
  element.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

function set(element, value) {
  element.value = value;
  if (element.value !== value) throw new Error(`it does not take ${quote(value)}`);
  return announce(element);
}

function choose(element, name) {
  const option = best([...element.options].map((option) => [words(option.text), option]), name, "choice");
  element.value = option.value;
  return announce(element);
}

// What sticks out to the right, so that the page would scroll sideways.
function overhang() {
  // A phone lays a page that forgot its viewport out as if it were a wide window, and shows it tiny.
  const width = Math.min(document.documentElement.clientWidth, screen.width);
  if (document.documentElement.scrollWidth <= width) return [];
  const scrolls = (element) => element && element !== document.documentElement && element !== document.body &&
    (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  return [...document.body.querySelectorAll("*")]
    .filter((element) => visible(element) && element.getBoundingClientRect().right > width + 1 && !scrolls(element.parentElement))
    .slice(0, 5)
    .map((element) => element.outerHTML.slice(0, 100));
}

function focused() {
  const element = document.activeElement;
  if (!element || element === document.body) return "";
  const label = element.labels?.[0];
  return (label && words(label.innerText)) || name_of(element) || element.tagName.toLowerCase();
}
