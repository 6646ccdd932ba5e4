// For browsers that know no JavaScript modules: they cannot run the player, so the page says what to do.
document.getElementById("help-blocked").removeAttribute("hidden");
