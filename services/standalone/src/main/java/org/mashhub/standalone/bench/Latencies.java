package org.mashhub.standalone.bench;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Times that something took, for percentiles; several threads may add. */
final class Latencies {

	private final long[] nanoseconds;

	private final AtomicInteger count = new AtomicInteger();

	private volatile long wall;

	/**
	 * Creates an empty collection.
	 * @param capacity how many at most; what comes after is left out
	 */
	Latencies(int capacity) {
		this.nanoseconds = new long[capacity];
	}

	void add(long took) {
		int at = this.count.getAndIncrement();
		if (at < this.nanoseconds.length) {
			this.nanoseconds[at] = took;
		}
	}

	/** Notes how long the whole lasted. */
	void ended(long took) {
		this.wall = took;
	}

	int count() {
		return Math.min(this.count.get(), this.nanoseconds.length);
	}

	double perSecond() {
		return count() * (double) TimeUnit.SECONDS.toNanos(1) / this.wall;
	}

	/** The figures in milliseconds. */
	Figures.Latency figures() {
		long[] sorted = Arrays.copyOf(this.nanoseconds, count());
		Arrays.sort(sorted);
		return new Figures.Latency(sorted.length, at(sorted, 0.50), at(sorted, 0.99), at(sorted, 1));
	}

	private static double at(long[] sorted, double share) {
		if (sorted.length == 0) {
			return 0;
		}
		int index = (int) Math.ceil(share * sorted.length) - 1;
		return Math.round(sorted[Math.max(0, index)] / 100_000.0) / 10.0;
	}

}
