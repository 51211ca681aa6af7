// A drawing wider than its box opens at today.
for (const box of document.querySelectorAll(".timeline")) {
  const today = box.querySelector(".timeline-today");
  if (today) box.scrollLeft += today.getBoundingClientRect().left - box.getBoundingClientRect().left - box.clientWidth / 2;
}
