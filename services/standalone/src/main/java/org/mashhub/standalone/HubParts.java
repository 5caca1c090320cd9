package org.mashhub.standalone;

import java.util.Map;
import java.util.TreeMap;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * A hub whose services are started one by one, and not all of them: for measurements,
 * which ask what one part does when the others are out of its way.
 */
public final class HubParts implements AutoCloseable {

	private final Home home;

	private final Ports ports;

	private final Infrastructure infrastructure;

	/**
	 * Creates a hub of which nothing is started yet.
	 * @param home where it keeps everything
	 * @param ports where it listens
	 */
	public HubParts(Home home, Ports ports) {
		this.home = home;
		this.ports = ports;
		this.infrastructure = new Infrastructure(home, ports, Secrets.of(home));
	}

	/** Starts broker, registry, database and mail server. */
	public void startInfrastructure() {
		System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
		this.home.lock();
		this.ports.requireFree();
		this.infrastructure.start(Progress.SILENT);
	}

	/**
	 * Starts one service.
	 * @param part which
	 * @param further settings on top of those that the standalone gives it
	 * @return stops it
	 */
	public Started start(Part part, Map<String, String> further) {
		Service wanted = Services.of(this.home, this.ports, this.infrastructure)
			.stream()
			.filter((service) -> service.configuration().equals(part.configuration))
			.findFirst()
			.orElseThrow();
		Map<String, String> settings = new TreeMap<>(wanted.settings());
		settings.putAll(further);
		ConfigurableApplicationContext context = new Service(wanted.words(), wanted.type(), wanted.configuration(),
				wanted.port(), settings)
			.start();
		return context::close;
	}

	/**
	 * Where clients of the broker connect.
	 * @return host and port
	 */
	public String bootstrapServers() {
		return this.infrastructure.broker().bootstrapServers();
	}

	/** Stops the infrastructure; what was started on it must have been stopped. */
	@Override
	public void close() {
		this.infrastructure.close();
		this.home.unlock();
	}

	/** The services that can be started alone. */
	public enum Part {

		/** Gives tokens. */
		IDENTITY_PROVIDER("identity-provider"),
		/** The adapters of all agencies. */
		ADAPTERS("adapter,edge"),
		/** Intake, correlation or both. */
		CORRELATION("correlation");

		private final String configuration;

		Part(String configuration) {
			this.configuration = configuration;
		}

	}

	/** A service that runs. */
	@FunctionalInterface
	public interface Started extends AutoCloseable {

		/** Stops it. */
		@Override
		void close();

	}

}
