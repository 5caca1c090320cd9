package org.mashhub.adapter.kit.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts {@link RecordedEvents} where the broker would be. */
@TestConfiguration(proxyBeanMethods = false)
public class LogInMemory {

	@Bean
	@Primary
	RecordedEvents recordedEvents() {
		return new RecordedEvents();
	}

}
