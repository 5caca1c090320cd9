package org.mashhub.notification.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a failed attempt: twice as long each time up to a limit, and
 * between half and all of that at random, so that those who failed together do not return
 * together.
 */
record Backoff(Duration initial, Duration longest, RandomGenerator random) {

	Duration after(int failedAttempts) {
		int doublings = Math.min(failedAttempts - 1, 30);
		long full = Math.min(this.initial.toMillis() << Math.max(doublings, 0), this.longest.toMillis());
		return Duration.ofMillis(full / 2 + this.random.nextLong(full / 2 + 1));
	}

}
