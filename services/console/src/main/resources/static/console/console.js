import { initAll } from '/webjars/govuk-frontend/dist/govuk/govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

const live = document.getElementById('live')
if (live) {
	const say = (isLive) => {
		live.classList.toggle('mash-live--on', isLive)
		document.getElementById('live-text').textContent = isLive ? live.dataset.live : live.dataset.notLive
	}
	document.body.addEventListener('htmx:sseOpen', () => say(true))
	document.body.addEventListener('htmx:sseError', () => say(false))
	document.body.addEventListener('htmx:sseMessage', () => say(true))
}
