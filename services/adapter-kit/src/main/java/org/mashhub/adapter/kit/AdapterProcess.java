package org.mashhub.adapter.kit;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts adapters with the settings of {@code adapter.yml}, alone or beside other
 * services.
 */
public final class AdapterProcess {

	private static final String TRUSTED_PACKAGES = "org.apache.avro.SERIALIZABLE_PACKAGES";

	private AdapterProcess() {
	}

	/**
	 * Starts an adapter.
	 * @param service the adapter's application class
	 * @param arguments arguments of the command line
	 * @return the running adapter
	 */
	public static ConfigurableApplicationContext run(Class<?> service, String... arguments) {
		if (System.getProperty(TRUSTED_PACKAGES) == null) {
			System.setProperty(TRUSTED_PACKAGES, "org.mashhub");
		}
		return new SpringApplicationBuilder(service).properties("spring.config.name=adapter").run(arguments);
	}

}
