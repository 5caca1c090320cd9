package org.mashhub.console.live;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.mashhub.console.ledger.Backlog;
import org.mashhub.console.ledger.Backlog.Behind;
import org.mashhub.console.readmodel.ReadModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells listeners that something changed, never what: they ask again, and see what they
 * may see. Whichever instance took the change, all instances tell of it.
 */
@Component
public class LiveUpdates {

	private static final Logger log = LoggerFactory.getLogger(LiveUpdates.class);

	/**
	 * While a backlog is worked off everything changes all the time: whoever reads a list
	 * has to find the line again.
	 */
	private static final Duration PAUSE_WHEN_BEHIND = Duration.ofSeconds(5);

	private static final Duration LIFE = Duration.ofMinutes(20);

	private final Set<SseEmitter> listeners = ConcurrentHashMap.newKeySet();

	private final ReadModel readModel;

	private final Backlog backlog;

	private final InstantSource clock;

	private volatile Instant toldAt = Instant.EPOCH;

	private volatile long told = -1;

	private volatile Optional<Behind> toldBehind = Optional.empty();

	LiveUpdates(ReadModel readModel, Backlog backlog, InstantSource clock) {
		this.readModel = readModel;
		this.backlog = backlog;
		this.clock = clock;
	}

	/**
	 * Opens a stream; its first event comes at once, so that nothing falls between a page
	 * and its stream.
	 * @return the stream
	 */
	public SseEmitter listen() {
		// Whoever cannot be answered has no stream: nothing would ever end it.
		SseEmitter.SseEventBuilder first = event(this.readModel.changes());
		SseEmitter listener = new SseEmitter(LIFE.toMillis());
		listener.onCompletion(() -> this.listeners.remove(listener));
		listener.onTimeout(listener::complete);
		listener.onError((fault) -> this.listeners.remove(listener));
		this.listeners.add(listener);
		send(listener, first);
		return listener;
	}

	@Scheduled(fixedDelayString = "${hub.console.live-interval:300ms}")
	void tell() {
		if (this.listeners.isEmpty()) {
			return;
		}
		try {
			Optional<Behind> behind = this.backlog.behind();
			Instant now = this.clock.instant();
			if (behind.isPresent() && now.isBefore(this.toldAt.plus(PAUSE_WHEN_BEHIND))) {
				return;
			}
			long changes = this.readModel.changes();
			if (changes != this.told || !behind.equals(this.toldBehind)) {
				this.told = changes;
				this.toldBehind = behind;
				this.toldAt = now;
				this.listeners.forEach((listener) -> send(listener, event(changes)));
			}
		}
		catch (DataAccessException | TransactionException ex) {
			log.atWarn().addKeyValue("fault", ex.getClass().getSimpleName()).log("Cannot look for changes yet");
		}
	}

	@Scheduled(fixedDelayString = "15s")
	void keepOpen() {
		this.listeners.forEach((listener) -> send(listener, SseEmitter.event().comment("still here")));
	}

	/** Streams would otherwise hold up a graceful stop. */
	@EventListener(ContextClosedEvent.class)
	void close() {
		this.listeners.forEach(SseEmitter::complete);
		this.listeners.clear();
	}

	private static SseEmitter.SseEventBuilder event(long changes) {
		return SseEmitter.event().name("alerts").id(Long.toString(changes)).data("{\"change\":" + changes + "}");
	}

	private void send(SseEmitter listener, SseEmitter.SseEventBuilder event) {
		try {
			listener.send(event);
		}
		catch (IOException | IllegalStateException ex) {
			this.listeners.remove(listener);
		}
	}

}
