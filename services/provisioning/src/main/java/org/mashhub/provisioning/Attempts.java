package org.mashhub.provisioning;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries again for a bounded time while what is needed is away. */
final class Attempts {

	private static final Logger log = LoggerFactory.getLogger(Attempts.class);

	private static final Duration PAUSE = Duration.ofSeconds(2);

	private final Duration patience;

	Attempts(Duration patience) {
		this.patience = patience;
	}

	/** Returns when it has been done; throws what stands in the way when it cannot be. */
	void until(Runnable work) {
		long deadline = System.nanoTime() + this.patience.toNanos();
		while (true) {
			try {
				work.run();
				return;
			}
			catch (RuntimeException ex) {
				if (!isAway(ex) || System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
					throw ex;
				}
				log.atWarn()
					.addKeyValue("cause", root(ex).getClass().getSimpleName())
					.log("Waiting for broker or registry");
				LockSupport.parkNanos(PAUSE.toNanos());
			}
		}
	}

	/** Fewer brokers than copies are asked for: the others are still starting. */
	private static boolean isAway(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof RetriableException || cause instanceof InvalidReplicationFactorException) {
				return true;
			}
		}
		return false;
	}

	private static Throwable root(Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return root;
	}

}
