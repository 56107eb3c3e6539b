// What the room looks at, asked for again and again. Most answers are an empty 304.
const EVERY = 2500, AT_MOST = 20000, PATIENCE = 10000;
const place = document.querySelector("[data-follow]");
const status = document.querySelector("[data-follow-status]");
let seen = "", wait = EVERY;

async function look() {
  if (document.hidden) return;
  const headers = seen ? { "If-None-Match": seen } : {};
  const answer = await fetch(place.dataset.follow, { cache: "no-store", headers, signal: AbortSignal.timeout(PATIENCE) });
  if (answer.status >= 500 || answer.status === 429) throw new Error("later"); // what stands on the wall stays there
  if (answer.redirected || ![200, 304].includes(answer.status)) return location.reload();
  if (answer.status === 200) {
    const fresh = (await answer.json()).html;
    seen = answer.headers.get("ETag") ?? "";
    if (place.innerHTML.trim() !== fresh.trim()) show(fresh);
  }
  say(true);
}

// The focus stays where it was: on the whole item, when it was inside it.
function show(fresh) {
  const inside = place.contains(document.activeElement);
  place.innerHTML = fresh;
  if (inside) place.focus({ preventScroll: true });
}

function say(here) {
  const words = here ? status.dataset.here : status.dataset.away;
  if (status.textContent !== words) status.textContent = words;
  wait = here ? EVERY : Math.min(wait * 2, AT_MOST);
}

// Counted from when it asked: a slow answer doesn't make the wall later than it was promised to be.
async function again() {
  const began = Date.now();
  await look().catch(() => say(false));
  setTimeout(again, Math.max(0, wait - (Date.now() - began)));
}
document.addEventListener("visibilitychange", () => { if (!document.hidden) look().catch(() => say(false)); });
window.addEventListener("online", () => look().catch(() => say(false)));
setTimeout(again, EVERY);
