package org.mashhub.standalone;

import java.util.Map;
import java.util.TreeMap;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import org.mashhub.identityprovider.IdentityProviderService;

/**
 * One of the hub's services, as an application context of its own: the services share the
 * process, nothing else.
 *
 * @param words what it is, for people
 * @param type its application class
 * @param configuration names of its configuration files
 * @param port its port
 * @param settings what the standalone says differently from the service's own defaults
 */
record Service(String words, Class<?> type, String configuration, int port, Map<String, String> settings) {

	Service {
		settings = Map.copyOf(settings);
	}

	/** The same service with further settings on top. */
	Service with(Map<String, String> further) {
		Map<String, String> all = new TreeMap<>(this.settings);
		all.putAll(further);
		return new Service(this.words, this.type, this.configuration, this.port, all);
	}

	ConfigurableApplicationContext start() {
		Map<String, String> all = new TreeMap<>(this.settings);
		all.put("spring.config.name", this.configuration);
		all.put("server.port", Integer.toString(this.port));
		all.put("server.address", "127.0.0.1");
		all.put("spring.jmx.enabled", "false");
		all.put("spring.main.banner-mode", "off");
		all.put("spring.main.register-shutdown-hook", "false");
		all.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
		String[] arguments = all.entrySet()
			.stream()
			.map((setting) -> "--" + setting.getKey() + "=" + setting.getValue())
			.toArray(String[]::new);
		return new SpringApplicationBuilder(this.type).web(WebApplicationType.SERVLET).run(arguments);
	}

	/**
	 * Whether it may start before broker, registry and database are up.
	 * @return true for the identity provider, which keeps all it needs itself
	 */
	boolean needsNothing() {
		return this.type == IdentityProviderService.class;
	}

	/** Leaves out the settings: there are secrets among them. */
	@Override
	public String toString() {
		return "Service[" + this.words + "]";
	}

}
