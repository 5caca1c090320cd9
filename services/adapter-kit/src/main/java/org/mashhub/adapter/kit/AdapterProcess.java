package org.mashhub.adapter.kit;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts an adapter as a process of its own. */
public final class AdapterProcess {

	private AdapterProcess() {
	}

	/**
	 * Starts an adapter.
	 * @param service the adapter's application class
	 * @param arguments arguments of the command line
	 * @return the running adapter
	 */
	public static ConfigurableApplicationContext run(Class<?> service, String... arguments) {
		System.setProperty("spring.config.name", "adapter");
		if (System.getProperty("org.apache.avro.SERIALIZABLE_PACKAGES") == null) {
			System.setProperty("org.apache.avro.SERIALIZABLE_PACKAGES", "org.mashhub");
		}
		return SpringApplication.run(service, arguments);
	}

}
