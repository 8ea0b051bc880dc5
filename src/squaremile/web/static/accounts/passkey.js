// The sign-in library says in an event that a passkey was not used (cancelled, unknown, timed out): say so on the page.
document.addEventListener("allauth.error", (event) => {
  const said = document.getElementById("passkey_failed");
  if (!said) return;
  event.preventDefault();
  said.hidden = false;
});
