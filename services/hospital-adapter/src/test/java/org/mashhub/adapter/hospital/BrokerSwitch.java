package org.mashhub.adapter.hospital;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.avro.specific.SpecificRecord;
import org.mashhub.adapter.kit.LogUnavailableException;
import org.mashhub.adapter.kit.testing.RecordedEvents;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Puts a log that can be taken away where the recorded one is. */
@TestConfiguration(proxyBeanMethods = false)
class BrokerSwitch {

	@Bean
	static BeanPostProcessor logThatCanBeAway() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessBeforeInitialization(Object bean, String name) {
				return (bean instanceof RecordedEvents) ? new Log() : bean;
			}
		};
	}

	/** The recorded log, and away when told so. */
	static class Log extends RecordedEvents {

		private final List<SpecificRecord> published = new CopyOnWriteArrayList<>();

		private volatile boolean away;

		@Override
		public synchronized CompletableFuture<Void> append(String topic, String key, SpecificRecord event) {
			if (this.away) {
				return CompletableFuture.failedFuture(new LogUnavailableException(new IOException("away")));
			}
			int before = size();
			CompletableFuture<Void> appended = super.append(topic, key, event);
			if (size() > before) {
				this.published.add(last().event());
			}
			return appended;
		}

		List<SpecificRecord> published() {
			return this.published;
		}

		void away(boolean isAway) {
			this.away = isAway;
		}

	}

}
