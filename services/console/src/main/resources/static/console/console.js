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

// What says the same as before is not said again to whoever listens to the page.
document.body.addEventListener('htmx:oobBeforeSwap', (event) => {
	const { target, fragment } = event.detail
	if (target.getAttribute('role') === 'status' && target.textContent.trim() === fragment.textContent.trim()) {
		event.detail.shouldSwap = false
	}
})
