package org.mashhub.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.awaitility.Awaitility;

import org.springframework.context.ConfigurableApplicationContext;

import org.mashhub.correlation.CorrelationService;
import org.mashhub.correlation.stream.CorrelationStreams;
import org.mashhub.standalone.audit.EpochComparison;

/** Another epoch that works in the shadow of the one that stands in a running hub. */
final class NextEpoch implements AutoCloseable {

	static final String NAME = "second";

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final EpochComparison comparison;

	private final String epoch;

	private final ConfigurableApplicationContext context;

	private NextEpoch(EpochComparison comparison, ConfigurableApplicationContext context) {
		this.comparison = comparison;
		this.context = context;
		this.epoch = String.valueOf(context.getBean(CorrelationStreams.class).health().getDetails().get("epoch"));
	}

	static NextEpoch start(RunningHub hub, Path state, Map<String, String> settings) {
		return start(hub, NAME, state, settings);
	}

	static NextEpoch start(RunningHub hub, String name, Path state, Map<String, String> settings) {
		Map<String, String> all = new HashMap<>(settings);
		all.putAll(
				Map.of("MASH_RUN", "CORRELATION", "MASH_SHADOW", "true", "MASH_EPOCH", name, "MASH_STATE", "" + state));
		Service correlation = Services.of(hub.hub().home(), hub.hub().ports(), hub.hub().infrastructure())
			.stream()
			.filter((service) -> service.type() == CorrelationService.class)
			.findFirst()
			.orElseThrow();
		Service shadow = new Service("A shadow", CorrelationService.class, "correlation", 0, correlation.settings());
		return new NextEpoch(new EpochComparison(hub.hub().ports(), Map.of()), shadow.with(all).start());
	}

	/** Its name with its check sum. */
	String epoch() {
		return this.epoch;
	}

	/** What is compared now, whether it runs or not. */
	static EpochComparison.Report compare(RunningHub hub, String epoch) {
		return new EpochComparison(hub.hub().ports(), Map.of()).with(epoch);
	}

	/** What is compared, once there is anything. */
	EpochComparison.Report compared() {
		return Awaitility.await("something is applied")
			.atMost(PATIENCE)
			.ignoreException(CannotProceedException.class)
			.until(() -> this.comparison.with(this.epoch), (report) -> report.mentionsInShadow() > 0);
	}

	/** What is compared, once it has applied all that the standing one has. */
	EpochComparison.Report level() {
		return Awaitility.await("all is applied")
			.atMost(PATIENCE)
			.until(this::compared, (report) -> report.behind() == 0 && report.ahead() == 0);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
