package org.mashhub.correlation.stream;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits while something that the log cannot do without (the registry) is away: the record
 * is not at fault, so it is neither lost nor set aside.
 */
public final class Patience {

	private static final Logger log = LoggerFactory.getLogger(Patience.class);

	private static final Duration PAUSE = Duration.ofMillis(500);

	private final AtomicBoolean closing = new AtomicBoolean();

	private final AtomicBoolean waiting = new AtomicBoolean();

	/**
	 * Does something, again and again until it works.
	 * @param <T> what it gives
	 * @param work the work
	 * @return its result
	 * @throws ClosedWhileWaitingException when the service closes meanwhile
	 */
	public <T> T until(Supplier<T> work) {
		while (true) {
			try {
				T result = work.get();
				if (this.waiting.compareAndSet(true, false)) {
					log.atInfo().log("Schema registry is back");
				}
				return result;
			}
			catch (RetriableException ex) {
				if (this.waiting.compareAndSet(false, true)) {
					log.atWarn().addKeyValue("reason", ex.getMessage()).log("Waiting for the schema registry");
				}
				if (this.closing.get()) {
					throw new ClosedWhileWaitingException(ex);
				}
				LockSupport.parkNanos(PAUSE.toNanos());
			}
		}
	}

	/**
	 * Whether something is being waited for.
	 * @return true while waiting
	 */
	public boolean isWaiting() {
		return this.waiting.get();
	}

	/** Stops waiting. */
	public void close() {
		this.closing.set(true);
	}

	/**
	 * The service closes while a record waits: the record is taken up at the next start.
	 */
	static final class ClosedWhileWaitingException extends RuntimeException {

		ClosedWhileWaitingException(Throwable cause) {
			super("closed while waiting for the schema registry", cause);
		}

	}

}
