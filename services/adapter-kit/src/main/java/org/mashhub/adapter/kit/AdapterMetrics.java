package org.mashhub.adapter.kit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** The metrics of the adapters. */
class AdapterMetrics {

	static final String ACCEPTED = "hub.adapter.accepted";

	static final String REFUSED = "hub.adapter.refused";

	static final String PUBLISH = "hub.adapter.publish";

	private final MeterRegistry registry;

	AdapterMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	void accepted(String agency, String type) {
		this.registry.counter(ACCEPTED, "agency", agency, "type", type).increment();
	}

	void refused(String agency, String reason) {
		this.registry.counter(REFUSED, "agency", agency, "reason", reason).increment();
	}

	void published(Timer.Sample publishing) {
		publishing.stop(this.registry.timer(PUBLISH));
	}

}
