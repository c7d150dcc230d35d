// The answer to a form that was refused stands in the history as something that was sent, which a browser asks about, or
// shows as a fault, when somebody goes back to it. As it is left it becomes the address alone: the form as it stands.
const becomeAddress = () => history.replaceState(history.state, '', location.href)
addEventListener('submit', becomeAddress)
addEventListener('click', ({ target }) => target.closest('a') && becomeAddress())
