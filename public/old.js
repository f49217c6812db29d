// Only a browser without modules runs this: it is too old for the app.
document.getElementById("opening").hidden = true;
document.getElementById("too-old").hidden = false;
document.getElementById("too-old").focus();
