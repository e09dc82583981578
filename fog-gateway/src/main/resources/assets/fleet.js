// Keeps the fleet page's sections as the gateway has them.
const live = document.querySelector(".live");

function say(on, text) {
  live.classList.toggle("on", on);
  live.querySelector(".says").textContent = text;
}

const source = new EventSource("/fleet/events");
source.onopen = () => say(true, "live");
source.onerror = () => say(false, "gateway not reached, trying again");
for (const id of ["fleetfigures", "fleetrows"]) {
  source.addEventListener(id, (event) => {
    document.getElementById(id).innerHTML = event.data;
  });
}
