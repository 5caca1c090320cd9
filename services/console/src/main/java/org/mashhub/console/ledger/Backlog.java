package org.mashhub.console.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.mashhub.console.ConsoleSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Whether the hub is behind: agencies have sent what alerts and pictures do not show yet.
 * Whoever looks at them then is to know that one may be missing.
 */
@Component
public class Backlog {

	private static final Logger log = LoggerFactory.getLogger(Backlog.class);

	private final Feeds feeds;

	private final InstantSource clock;

	private final Duration bearable;

	private volatile Optional<Behind> behind = Optional.empty();

	Backlog(Feeds feeds, InstantSource clock, ConsoleSettings settings) {
		this.feeds = feeds;
		this.clock = clock;
		this.bearable = settings.behindAfter();
	}

	/** Looks again. */
	@Scheduled(fixedDelayString = "${hub.console.ledger-interval:10s}")
	public void refresh() {
		try {
			Feeds.Open waiting = this.feeds.onItsWay();
			Instant since = waiting.since();
			this.behind = (since != null && since.plus(this.bearable).isBefore(this.clock.instant()))
					? Optional.of(new Behind(waiting.receipts(), since)) : Optional.empty();
		}
		catch (DataAccessException | TransactionException ex) {
			log.atWarn().addKeyValue("fault", ex.getClass().getSimpleName()).log("Cannot look for a backlog yet");
		}
	}

	/**
	 * How far the hub is behind.
	 * @return empty while nothing has waited for long
	 */
	public Optional<Behind> behind() {
		return this.behind;
	}

	/**
	 * How far the hub is behind.
	 *
	 * @param records records that are accepted, and neither applied nor set aside yet
	 * @param since when the broker had the oldest of them
	 */
	public record Behind(long records, Instant since) {
	}

}
