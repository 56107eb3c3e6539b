// What is recorded in a meeting is sent at once. While the network or the server is away it is kept in this browser and
// sent later, in order; each carries a key, so that what arrives twice is kept once. What the server refuses goes back into
// its form. Signing out forgets it all, and so do fourteen days (see autosave.js).
const AGAIN = 5000, PATIENCE = 15000;
const UNTYPED = ["csrf_token", "key", "version", "_draft"];
const status = document.querySelector("[data-outbox-status]");
const meeting = location.pathname.match(/\/meetings\/(\d+)/)[1];
const NAME = `pejling:${document.body.dataset.person}:outbox:${meeting}`;
const forms = [...document.querySelectorAll("form[data-outbox]")];
let busy = false, stuck = false, onItsWay = "";

function letters() {
  try { return JSON.parse(localStorage.getItem(NAME) ?? "{}").letters ?? []; } catch { return []; }
}
function keep(list) {
  if (list.length) localStorage.setItem(NAME, JSON.stringify({ at: Date.now(), letters: list }));
  else localStorage.removeItem(NAME);
}
const waiting = () => letters().filter((one) => !one.refused);
const drop = (id) => keep(letters().filter((one) => one.id !== id));
const formOf = (letter) => forms.find((one) => new URL(one.action).pathname === letter.to);
const fresh = () => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`.slice(0, 36);
const ask = (to, more = {}) => fetch(to, { signal: AbortSignal.timeout(PATIENCE), ...more });

function say(words, link) {
  if (status.textContent === words + (link?.textContent ?? "")) return;
  status.replaceChildren(words, ...(link ? [link] : []));
}

// How things stand. What waits and what was refused elsewhere is said until it is done with.
function tell(words = "") {
  const count = waiting().length;
  const refused = letters().find((one) => one.refused);
  if (words) say(words);
  else if (stuck && count) say(status.dataset.waits.replace("%(count)s", count));
  else if (refused) say(`${status.dataset.elsewhere} `, linkTo(refused));
  else say("");
}

function linkTo(letter) {
  const link = document.createElement("a");
  link.href = `${location.pathname}?item=${letter.to.match(/items\/(\d+)/)[1]}`;
  link.textContent = status.dataset.see;
  return link;
}

async function page() {
  const answer = await ask(location.href);
  if (!answer.ok) throw new Error("later");
  return answer.redirected ? null : new DOMParser().parseFromString(await answer.text(), "text/html");
}

const post = (letter) => {
  const token = document.querySelector("[name=csrf_token]").value;
  const fields = letter.fields.map(([name, value]) => [name, name === "csrf_token" ? token : value]);
  return ask(letter.to, { method: "POST", body: new URLSearchParams(fields), headers: { "X-Outbox": "1" }, redirect: "manual" });
};

// Someone who has signed in again holds a new session: its token is fetched, and the letter sent once more.
async function send(letter) {
  let answer = await post(letter);
  if (answer.status === 400) {
    const token = (await page())?.querySelector("[name=csrf_token]")?.value;
    if (!token) return "signed-out";
    for (const field of document.querySelectorAll("[name=csrf_token]")) field.value = token;
    answer = await post(letter);
  }
  if (answer.type === "opaqueredirect" || answer.status === 401) return "signed-out";
  if (answer.ok) return "ok";
  if (answer.status === 422) return answer.json();
  if (answer.status >= 500 || [408, 429].includes(answer.status)) throw new Error("later");
  return { errors: {} };
}

// Sends everything that waits, the oldest first, and shows what came of it.
async function flush() {
  if (busy || !waiting().length) return;
  busy = true;
  let arrived = false, words = "";
  try {
    for (let [letter] = waiting(); letter; [letter] = waiting()) {
      onItsWay = letter.id;
      const result = await send(letter);
      if (result === "signed-out") { words = status.dataset.signedOut; break; }
      if (result === "ok") { drop(letter.id); arrived = true; }
      else {
        keep(letters().map((one) => (one.id === letter.id ? { ...one, refused: result } : one)));
        words = takeBack(letters().find((one) => one.id === letter.id));
      }
    }
    stuck = waiting().length > 0;
  } catch {
    stuck = true;
  }
  busy = false;
  onItsWay = "";
  if (arrived && !stuck && !words) await show();
  tell(words);
}

// What was recorded shows on the page. Where something is typed and not sent, only what stands above it is drawn anew.
async function show() {
  if (!forms.some(isTyped)) return location.reload();
  const now = await page().catch(() => null);
  if (!now) return;
  for (const part of ["main", ".agenda-rail", "[data-progress]"]) {
    document.querySelector(part)?.replaceChildren(...(now.querySelector(part)?.childNodes ?? []));
  }
  for (const form of forms.filter((one) => one.elements.version)) {
    const same = [...now.querySelectorAll("form[data-outbox]")].find((one) => one.dataset.verb === form.dataset.verb);
    const unchanged = same && typed(form).every((one) => same.elements[one.name]?.value === one.defaultValue);
    if (unchanged) form.elements.version.value = same.elements.version.value;
  }
}

const typed = (form) => [...form.elements].filter((one) => one.name && !UNTYPED.includes(one.name));
const isChosen = (one) => ["checkbox", "radio"].includes(one.type);
const isTyped = (form) => typed(form).some((one) =>
  one.options ? one.selectedIndex !== Math.max([...one.options].findIndex((option) => option.defaultSelected), 0)
    : isChosen(one) ? one.checked !== one.defaultChecked : one.value !== one.defaultValue);

function fill(form, fields) {
  for (const one of typed(form)) {
    const said = fields.filter(([name]) => name === one.name).map(([, value]) => value);
    if (isChosen(one)) one.checked = said.includes(one.value);
    else if (said.length) one.value = said[0];
  }
}

// Puts what was refused back into its form, unless something else is typed there by now. Says what is the matter.
function takeBack(letter) {
  const form = formOf(letter);
  if (!form || isTyped(form)) return "";
  const { errors, version } = letter.refused;
  form.closest("details")?.setAttribute("open", "");
  fill(form, letter.fields);
  if (version && form.elements.version) form.elements.version.value = version;
  form.dispatchEvent(new Event("input", { bubbles: true })); // it is a draft again
  for (const [name, messages] of Object.entries(errors)) point(form, name, messages.join(" "));
  drop(letter.id);
  return Object.keys(errors).length ? status.dataset.failed : status.dataset.refused;
}

function point(form, name, message) {
  const field = form.elements[name]?.[0]?.type ? form.elements[name][0] : form.elements[name];
  const words = document.createElement("p");
  words.className = "error";
  words.id = `${form.dataset.verb}-${name}-wrong`;
  words.textContent = message;
  (field?.closest(".field") ?? form).append(words);
  field?.setAttribute("aria-invalid", "true");
  field?.setAttribute("aria-describedby", [field.getAttribute("aria-describedby"), words.id].filter(Boolean).join(" "));
  field?.focus();
}

function clean(form) {
  for (const error of form.querySelectorAll(".error")) error.remove();
  for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
}

// A text that grows is sent as it stands last; what has not left yet needs no sending of its own.
function put(form) {
  const fields = [...new FormData(form)].filter(([, value]) => typeof value === "string");
  const letter = { id: fresh(), to: new URL(form.action).pathname, fields };
  const overtaken = (one) => form.elements.version && one.to === letter.to && one.id !== onItsWay;
  keep([...letters().filter((one) => !overtaken(one)), letter]);
}

// The form is as new; one whose text grows goes on from what it says.
function settle(form) {
  clean(form);
  if (form.elements.version) for (const one of typed(form)) one.defaultValue = one.value;
  else if (form.elements.key) form.elements.key.value = fresh();
  form.reset();
}

for (const form of forms) {
  form.addEventListener("submit", (event) => {
    try { put(form); } catch { return; } // nothing can be kept here: the browser sends it as it sends any form
    event.preventDefault();
    settle(form);
    flush();
  });
}

window.addEventListener("online", flush);
window.addEventListener("beforeunload", (event) => { if (stuck && waiting().length) event.preventDefault(); });
setInterval(flush, AGAIN);
stuck = waiting().length > 0;
for (const letter of waiting()) {
  const form = formOf(letter);
  if (!form?.elements.version) continue;
  fill(form, letter.fields);
  for (const one of typed(form)) one.defaultValue = one.value;
}
// By then the forms keep their drafts, so that what is taken back is kept again.
document.addEventListener("DOMContentLoaded", () => {
  tell(letters().filter((one) => one.refused).map(takeBack).find(Boolean));
  flush();
});
