package org.mashhub.standalone.bench;

import java.util.Map;

/**
 * What was measured, with everything that one needs to measure it again.
 *
 * @param machine what it ran on
 * @param date the day
 * @param commit commit of the repository, with a plus when files were changed since
 * @param command what was typed
 * @param load load average of the machine before, less than 1 when nothing else ran
 * @param adapters events through the adapters over HTTP
 * @param intake events from the agency topics into the area log
 * @param correlation events from the area log to everything that comes of them
 * @param latency from agency topic to alert, at a steady pace
 * @param startUp from the command to the hub
 * @param memory by part
 */
public record Figures(Machine machine, String date, String commit, String command, double load, Adapters adapters,
		Drained intake, Correlation correlation, Paced latency, StartUp startUp, Memory memory) {

	/**
	 * What it ran on.
	 *
	 * @param processor model of the processor
	 * @param cores processors that the JVM sees
	 * @param memoryGigabytes memory of the machine
	 * @param system operating system
	 * @param jdk Java
	 * @param options options of the JVM
	 */
	public record Machine(String processor, int cores, int memoryGigabytes, String system, String jdk, String options) {
	}

	/**
	 * Times in milliseconds.
	 *
	 * @param samples how many
	 * @param p50 half of them took no longer
	 * @param p99 all but one in a hundred took no longer
	 * @param max none took longer
	 */
	public record Latency(int samples, double p50, double p99, double max) {
	}

	/**
	 * Adapters, identity provider and broker alone, flat out.
	 *
	 * @param events how many events
	 * @param clients senders at once
	 * @param perSecond events acknowledged in a second
	 * @param answer until the sender has its 202
	 */
	public record Adapters(int events, int clients, double perSecond, Latency answer) {
	}

	/**
	 * A backlog that was worked off.
	 *
	 * @param events how many events
	 * @param perSecond over all of it, a cold JVM's first seconds included
	 * @param perSecondLater over its second half
	 */
	public record Drained(long events, double perSecond, double perSecondLater) {
	}

	/**
	 * Correlation alone, from the area log of one area.
	 *
	 * @param drained events worked off
	 * @param people fictional people that the events speak of
	 * @param outputs records given out, by topic
	 * @param stateMegabytes live heap that was taken by the state
	 */
	public record Correlation(Drained drained, int people, Map<String, Long> outputs, long stateMegabytes) {

		public Correlation {
			outputs = Map.copyOf(outputs);
		}

	}

	/**
	 * The whole hub at a steady pace.
	 *
	 * @param perSecond events a second
	 * @param seconds how long it was measured, after warming up
	 * @param keptUp events a second that were dealt with while they were sent; less than
	 * the pace when they queued
	 * @param alert from the agency topic's time stamp until a consumer holds the alert
	 * @param intoLog the same until the event is in the area log, by the broker's time
	 * stamp
	 * @param applied the same until correlation has dealt with the event, alert or not
	 */
	public record Paced(int perSecond, int seconds, double keptUp, Latency alert, Latency intoLog, Latency applied) {
	}

	/**
	 * Seconds from the command.
	 *
	 * @param firstReady first start on an empty home
	 * @param firstAlert first alert of first-light, its recipients decided
	 * @param secondReady second start
	 * @param secondAlert first alert after the second start
	 */
	public record StartUp(double firstReady, double firstAlert, double secondReady, double secondAlert) {
	}

	/**
	 * Megabytes, after the paced run.
	 *
	 * @param hubHeapLive live objects in the hub's JVM, broker and all services in it
	 * @param hubResident memory that the hub's process holds
	 * @param registryResident the schema registry's
	 * @param postgresResident PostgreSQL's, shared pages counted once where the system
	 * says
	 */
	public record Memory(long hubHeapLive, long hubResident, long registryResident, long postgresResident) {
	}

}
