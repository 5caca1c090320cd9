package org.mashhub.adapter.kit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Says whether the broker answers. Asks at most once in a while, however often it is
 * asked itself, so that a probe costs nothing.
 */
class BrokerHealthIndicator implements HealthIndicator, DisposableBean {

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final Map<String, Object> configuration;

	private final Duration reuse;

	private final Clock clock;

	private @Nullable Admin admin;

	private Health known = Health.unknown().build();

	private Instant askedAt = Instant.MIN;

	BrokerHealthIndicator(Map<String, Object> configuration, Duration reuse, Clock clock) {
		this.configuration = Map.copyOf(configuration);
		this.reuse = reuse;
		this.clock = clock;
	}

	@Override
	public synchronized Health health() {
		if (this.askedAt.isBefore(this.clock.instant().minus(this.reuse))) {
			this.known = answers() ? Health.up().build() : Health.down().build();
			this.askedAt = this.clock.instant();
		}
		return this.known;
	}

	@Override
	public synchronized void destroy() {
		if (this.admin != null) {
			this.admin.close(Duration.ZERO);
			this.admin = null;
		}
	}

	private boolean answers() {
		try {
			client().describeCluster().nodes().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (ExecutionException | TimeoutException | KafkaException ex) {
			return false;
		}
	}

	private Admin client() {
		if (this.admin == null) {
			Map<String, Object> settings = new HashMap<>(this.configuration);
			settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
			settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
			this.admin = Admin.create(settings);
		}
		return this.admin;
	}

}
