package org.mashhub.console.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/** What the feed counts. */
@Component
class FeedMetrics {

	/** Records that took effect in the read model. */
	static final String RECORDS = "hub.console.records";

	/** Records set aside. */
	static final String SET_ASIDE = "hub.console.quarantined";

	/** Times the feed went back to the stored places. */
	static final String REPOSITIONED = "hub.console.repositionings";

	private final Counter records;

	private final Counter setAside;

	private final Counter repositioned;

	FeedMetrics(MeterRegistry registry) {
		this.records = registry.counter(RECORDS);
		this.setAside = registry.counter(SET_ASIDE);
		this.repositioned = registry.counter(REPOSITIONED);
	}

	void took(int records, int setAside) {
		this.records.increment(records);
		this.setAside.increment(setAside);
	}

	void repositioned() {
		this.repositioned.increment();
	}

}
