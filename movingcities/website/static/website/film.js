// A film stays on its own site until the reader presses play: then its player takes the place of the link.

for (const facade of document.querySelectorAll(".video-facade")) {
  facade.querySelector("a").addEventListener("click", (event) => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const player = document.createElement("iframe");
    const address = new URL(facade.dataset.player);
    address.searchParams.set("autoplay", "1");
    player.src = address.href;
    player.title = facade.dataset.title;
    player.allow = "autoplay; fullscreen; picture-in-picture";
    player.referrerPolicy = "strict-origin-when-cross-origin";
    facade.replaceChildren(player);
    player.focus();
  });
}
