// What is typed in a form marked data-autosave stays in this browser until the server says that it is saved. Private forms
// keep it only as long as the tab is open. Passwords, hidden fields and files are never kept. Keys carry the person's id,
// so that the next person at the same machine is not offered somebody else's words.

const PREFIX = "pejling:";
const OLDEST = 14 * 24 * 60 * 60 * 1000;
const person = document.body.dataset.person ?? "";
const named = (name) => `${PREFIX}${person}:${name}`;
const keyOf = (form) => named(form.dataset.autosave);
const storeOf = (form) => ("autosavePrivate" in form.dataset ? sessionStorage : localStorage);

export function forgetAll() {
  forget((key) => key.startsWith(PREFIX));
}

function forget(chosen) {
  for (const store of [localStorage, sessionStorage]) {
    for (const key of Object.keys(store)) if (chosen(key, store)) store.removeItem(key);
  }
}

const kept = (field) => field.name && !["hidden", "password", "file", "submit", "button"].includes(field.type);

function read(form) {
  const values = {};
  for (const field of [...form.elements].filter(kept)) {
    if (field.type === "checkbox" || field.type === "radio") (values[field.name] ??= []).push(...(field.checked ? [field.value] : []));
    else (values[field.name] ??= []).push(field.value);
  }
  return values;
}

function write(form, values) {
  const left = structuredClone(values);
  for (const field of [...form.elements].filter(kept)) {
    if (!(field.name in left)) continue;
    if (field.type === "checkbox" || field.type === "radio") field.checked = values[field.name].includes(field.value);
    else field.value = left[field.name].shift() ?? field.value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

// The words were typed on the version that they name: sent from there, the server shows what others changed meanwhile.
function bringBack(form, draft) {
  write(form, draft.values);
  if (form.elements.version && draft.version) form.elements.version.value = draft.version;
}

function offer(form, draft, atFirst, changed) {
  const box = document.createElement("div");
  box.className = "alert info restore";
  box.setAttribute("role", "status");
  const words = document.createElement("p");
  words.textContent = form.dataset.restoreText;
  const button = (text, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "button quiet";
    made.textContent = text;
    made.addEventListener("click", () => { act(); box.remove(); form.querySelector("input:not([type=hidden]), textarea")?.focus(); });
    return made;
  };
  box.append(
    words,
    button(form.dataset.restoreButton, () => { bringBack(form, draft); changed(); }),
    button(form.dataset.discardButton, () => { storeOf(form).removeItem(keyOf(form)); write(form, atFirst); }),
  );
  form.prepend(box);
  form.closest("details")?.setAttribute("open", "");
}

function parsed(text) {
  try { return JSON.parse(text); } catch { return null; }
}

function keep(form) {
  const store = storeOf(form);
  const key = keyOf(form);
  let atFirst = read(form);
  const draft = parsed(store.getItem(key));
  const same = (values) => JSON.stringify(values) === JSON.stringify(read(form));
  // A form that came back because something was wrong already holds the words; they are still not saved.
  let unsaved = Boolean(draft?.values) && same(draft.values);
  if (draft?.values && !unsaved) offer(form, draft, atFirst, () => { unsaved = true; });
  const name = document.createElement("input");
  Object.assign(name, { type: "hidden", name: "_draft", value: form.dataset.autosave });
  form.append(name);
  let sending = false;
  form.addEventListener("input", () => {
    const kept = { values: read(form), version: form.elements.version?.value ?? "", at: Date.now() };
    try { store.setItem(key, JSON.stringify(kept)); } catch { /* a full store: the form itself still works */ }
  });
  form.addEventListener("submit", () => { sending = true; });
  window.addEventListener("pageshow", () => { sending = false; });
  // Whoever empties a form has put its words somewhere else: the outbox of a meeting.
  form.addEventListener("reset", () => setTimeout(() => {
    store.removeItem(key);
    [atFirst, sending, unsaved] = [read(form), false, false];
  }));
  window.addEventListener("beforeunload", (event) => {
    if (!sending && (unsaved || !same(atFirst))) event.preventDefault();
  });
}

export function keepForms() {
  const saved = (document.body.dataset.saved ?? "").split(" ").filter(Boolean).map(named);
  forget((key, store) => saved.includes(key) ||
    (key.startsWith(PREFIX) && Date.now() - (parsed(store.getItem(key))?.at ?? 0) > OLDEST));
  for (const form of document.querySelectorAll("form[data-autosave]")) keep(form);
}
