package org.mashhub.standalone.infrastructure;

/** A Kafka broker of a hub's own, wherever it runs. */
public interface Broker extends AutoCloseable {

	/** Starts it, returning when it serves clients. */
	void start();

	/** Stops it in good order; it can be started again. */
	@Override
	void close();

	/**
	 * Where clients connect, also before it is started.
	 * @return host and port
	 */
	String bootstrapServers();

}
