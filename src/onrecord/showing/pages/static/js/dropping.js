// Files that are dropped go into the field for files, which anybody can use without dropping.
const zone = document.querySelector("[data-drop]");
const field = zone?.querySelector("input[type=file]");
const chosen = zone?.querySelector("[data-chosen]");

function tell() {
  chosen.textContent = [...field.files].map((file) => file.name).join(", ");
}

if (zone) {
  for (const kind of ["dragenter", "dragover"]) zone.addEventListener(kind, (event) => { event.preventDefault(); zone.classList.add("over"); });
  for (const kind of ["dragleave", "drop"]) zone.addEventListener(kind, () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => { event.preventDefault(); field.files = event.dataTransfer.files; tell(); });
  field.addEventListener("change", tell);
}
