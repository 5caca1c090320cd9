package org.mashhub.standalone.infrastructure;

/** A schema registry of a hub's own, wherever it runs. */
public interface Registry extends AutoCloseable {

	/** Starts it, returning when it answers. */
	void start();

	/** Stops it; it can be started again. */
	@Override
	void close();

	/**
	 * Ends what a killed hub left behind.
	 * @return true when there was something
	 */
	boolean endOrphan();

	/**
	 * Where clients connect, also before it is started.
	 * @return address of the Confluent-compatible API
	 */
	String url();

}
