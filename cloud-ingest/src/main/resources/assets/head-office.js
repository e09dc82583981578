// Keeps the page current: the server says when something was filed, and the page fetches itself again.
const main = document.querySelector("main");
const live = document.querySelector(".live");
let shown = null;

async function refresh() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) throw new Error(`head office answered ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  main.replaceChildren(...page.querySelector("main").childNodes);
}

function state(connected) {
  live.classList.toggle("on", connected);
  live.querySelector("span:last-child").textContent = connected ? "live" : "not connected, trying again";
}

const events = new EventSource("/events");
events.onopen = () => state(true);
events.onerror = () => state(false);
events.addEventListener("changed", (event) => {
  const first = shown === null;
  if (event.data === shown) return;
  shown = event.data;
  if (!first) refresh().catch(() => state(false));
});
