// Times of publication in the reader's zone, with the outlet's own beside them.
const OFFSET = /T(\d\d:\d\d)(?::\d\d)?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)$/;
const SHOWN = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });

export function zoned(within) {
  for (const time of within.querySelectorAll?.("time[data-zone]") ?? []) {
    const told = OFFSET.exec(time.dateTime);
    const moment = new Date(time.dateTime);
    if (!told || Number.isNaN(moment.getTime())) continue;
    const zone = told[2] === "Z" ? "UTC" : `UTC${told[2]}`;
    time.title = `${time.textContent.trim()} at the outlet; shown in your zone, ${Intl.DateTimeFormat().resolvedOptions().timeZone}`;
    time.textContent = SHOWN.format(moment);
    const there = document.createElement("span");
    there.className = "there";
    there.textContent = ` (${told[1]} ${zone} there)`;
    time.append(there);
    delete time.dataset.zone;
  }
}
