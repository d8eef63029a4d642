// Times of publication in the reader's zone, with the outlet's own beside them.
const OFFSET = /T(\d\d:\d\d)(?::\d\d)?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)$/;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function shown(moment) {
  const clock = [moment.getHours(), moment.getMinutes()].map((n) => String(n).padStart(2, "0")).join(":");
  return `${moment.getDate()} ${MONTHS[moment.getMonth()]} ${moment.getFullYear()}, ${clock}`;
}

export function zoned(within) {
  for (const time of within.querySelectorAll?.("time[data-zone]") ?? []) {
    const told = OFFSET.exec(time.dateTime);
    const moment = new Date(time.dateTime);
    if (!told || Number.isNaN(moment.getTime())) continue;
    const zone = told[2] === "Z" ? "UTC" : `UTC${told[2]}`;
    time.title = `${time.textContent.trim()} at the outlet; shown in your zone, ${Intl.DateTimeFormat().resolvedOptions().timeZone}`;
    time.textContent = shown(moment);
    const there = document.createElement("span");
    there.className = "there";
    there.textContent = ` (${told[1]} ${zone} there)`;
    time.append(there);
    delete time.dataset.zone;
  }
}
